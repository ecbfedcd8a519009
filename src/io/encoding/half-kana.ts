/**
 * Half-width katakana, one byte each, by how often they are written: from often to seldom. Those not named are rare.
 * What they cost in bits follows from it, as with the letters of an alphabet.
 */
const KANA_BY_RANK = ["ﾝｰﾞｽﾄﾙ", "ｲﾗｼﾘｸｱｯｶﾀﾌﾟ", "ｺﾏﾚﾃｻﾊﾑﾛｵﾎﾒｷﾁｳﾂﾐｴｪｬｭｮﾋ"];
const FIRST_RANK_BITS = 4;
const BITS_PER_RANK = 1;
const RARE_KANA_BITS = 7.5;
/** A word begins here: something else stood before. */
const BEGIN_BITS = 5;
/** Signs of other encodings are read as one of them alone: degrees, accents, fractions. */
const ALONE_BITS = 4;
/** What no Japanese word holds. */
const UNLAWFUL_BITS = 10;

const BITS = new Map(
  KANA_BY_RANK.flatMap((kana, rank) =>
    Array.from(kana, (one) => [one, FIRST_RANK_BITS + rank * BITS_PER_RANK] as const),
  ),
);

/** What may stand before a mark or a small sign, which never begin a word. */
const FOLLOWS: readonly (readonly [signs: string, before: string])[] = [
  ["ﾞ", "ｳｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾊﾋﾌﾍﾎ"],
  ["ﾟ", "ﾊﾋﾌﾍﾎ"],
  ["ｬｭｮ", "ｷｼﾁﾆﾋﾐﾘﾃﾌﾞﾟ"],
  ["ｧｨｩｪｫ", "ｳｸﾂﾃﾄﾌｼﾁﾞ"],
];
const NEVER_FIRST = "ﾞﾟｰﾝｧｨｩｪｫｬｭｮｯ";
const NEVER_AFTER_ITSELF = "ｯﾞﾟﾝｰ";

export function isHalfKana(character: string): boolean {
  return character >= "\uff61" && character <= "\uff9f";
}

/**
 * The bits of a half-width katakana between two characters. Any two bytes of Chinese or Korean may be two of them: they are
 * told apart by how often kana are written, and by what may follow what.
 */
export function halfKanaCost(kana: string, before: string, next: string): number {
  const isFirst = !isHalfKana(before);
  const begin = isFirst ? BEGIN_BITS + (isHalfKana(next) ? 0 : ALONE_BITS) : 0;
  return (BITS.get(kana) ?? RARE_KANA_BITS) + begin + (isLawful(kana, before, isFirst) ? 0 : UNLAWFUL_BITS);
}

function isLawful(kana: string, before: string, isFirst: boolean): boolean {
  if (isFirst) return !NEVER_FIRST.includes(kana);
  if (kana === before && NEVER_AFTER_ITSELF.includes(kana)) return false;
  return FOLLOWS.every(([signs, allowed]) => !signs.includes(kana) || allowed.includes(before));
}
