import { COMMON_CHARACTERS } from "./common-characters";
import { halfKanaCost, isHalfKana } from "./half-kana";

const ASCII_BITS = 6;
/** What no encoding writes on purpose: control characters, characters that cannot be read. */
const BROKEN_BITS = 24;
/** What an encoding can write, but hardly any text holds. */
const RARE_BITS = 17;
const SCRIPTS_MIXED_BITS = 6;
const PUNCTUATION_BITS = 8;
const KANA_BITS = 7.5;

/** A script of thousands of characters, or one that no other language shares: what its characters cost, in bits. */
interface Script {
  /** Characters that make up most of a text. */
  readonly common: string;
  readonly commonBits: number;
  /** Leading bytes of the others that are in use, and from where the bytes run that may follow. */
  readonly used: readonly [encoding: string, from: number, to: number, trail: number] | null;
  readonly usedBits: number;
  readonly hasKana: boolean;
}

const { simplified, traditional, japanese, korean } = COMMON_CHARACTERS;

/** The first levels of the national standards (GB 2312, Big5, JIS X 0208, KS X 1001), and alphabets of their own. */
export const SCRIPT_COSTS = {
  simplified: {
    common: simplified,
    commonBits: 9,
    used: ["gb18030", 0xb0, 0xd7, 0xa1],
    usedBits: 13.5,
    hasKana: false,
  },
  traditional: {
    common: traditional,
    commonBits: 9,
    used: ["big5", 0xa4, 0xc6, 0x40],
    usedBits: 14,
    hasKana: false,
  },
  japanese: {
    common: japanese,
    commonBits: 9.5,
    used: ["euc-jp", 0xb0, 0xcf, 0xa1],
    usedBits: 14,
    hasKana: true,
  },
  korean: { common: korean, commonBits: 8.5, used: ["euc-kr", 0xb0, 0xc8, 0xa1], usedBits: 12.5, hasKana: false },
  hebrew: { common: "אבגדהוזחטיךכלםמןנסעףפץצקרשת", commonBits: 4.7, used: null, usedBits: RARE_BITS, hasKana: false },
  arabic: {
    common: "ابتثجحخدذرزسشصضطظعغفقكلمنهويةىءأإآؤئ",
    commonBits: 5,
    used: null,
    usedBits: RARE_BITS,
    hasKana: false,
  },
  thai: {
    common: "กขคงจฉชซญฎฏฐณดตถทธนบปผฝพฟภมยรลวศษสหฬอะัาำิีึืุูเแโใไๅๆ็่้๊๋์",
    commonBits: 5.4,
    used: null,
    usedBits: RARE_BITS,
    hasKana: false,
  },
} as const satisfies Readonly<Record<string, Script>>;

/** Counts how many bits a text costs in a script: the fewer, the likelier it was written so. */
export function scriptCost(script: Script): (text: string) => number {
  const common = new Set(script.common);
  const used = script.used ? levelOne(...script.used) : new Set<string>();

  return (text) => {
    let sum = 0;
    let before = "";
    let outer = "";
    const characters = Array.from(text);
    for (const [at, character] of characters.entries()) {
      sum += character < "\u0080" ? ASCII_BITS : costOf(character, before, characters[at + 1] ?? "");
      // No word goes on in ASCII behind one character of another script.
      if (script.used && before >= "\u0080" && isLower(outer) && isLower(character)) sum += SCRIPTS_MIXED_BITS;
      outer = before;
      if (!script.used && (isOwnBesideAscii(before, character) || isOwnBesideAscii(character, before)))
        sum += SCRIPTS_MIXED_BITS;
      before = character;
    }
    return sum;
  };

  /** No word is written in an alphabet and in ASCII. */
  function isOwnBesideAscii(own: string, other: string): boolean {
    return common.has(own) && /^[a-z]$/i.test(other);
  }

  function costOf(character: string, before: string, next: string): number {
    if (common.has(character)) return script.commonBits;
    if (isHalfKana(character)) return script.hasKana ? halfKanaCost(character, before, next) : RARE_BITS;
    if (character >= "\u3041" && character <= "\u30ff") return script.hasKana ? KANA_BITS : RARE_BITS;
    if (used.has(character)) return script.usedBits;
    if (/[\u3000-\u301c\uff01-\uff5e\u00a0]/.test(character)) return PUNCTUATION_BITS;
    if ("℃°±×μ％".includes(character)) return PUNCTUATION_BITS + 1;
    return character === "\ufffd" || character < "\u00a0" || isPrivate(character) ? BROKEN_BITS : RARE_BITS;
  }
}

function levelOne(encoding: string, from: number, to: number, trail: number): ReadonlySet<string> {
  const bytes: number[] = [];
  for (let lead = from; lead <= to; lead++) for (let next = trail; next < 0xff; next++) bytes.push(lead, next, 0x0a);
  const text = new TextDecoder(encoding).decode(Uint8Array.from(bytes));
  return new Set(Array.from(text).filter((character) => character > "\u00a0" && character !== "\ufffd"));
}

function isPrivate(character: string): boolean {
  return character >= "\ue000" && character <= "\uf8ff";
}

function isLower(character: string): boolean {
  return character >= "a" && character <= "z";
}
