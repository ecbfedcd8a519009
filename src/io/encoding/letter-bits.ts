/** How unlikely a letter is, in bits: 1 bit more is half as likely. Those not named cost `RARE_LETTER`. */
export const RARE_LETTER = 10;

/** Letters beyond ASCII by how often they are written, from often to seldom; upper case is counted with lower case. */
const LETTERS_BY_RANK = {
  western: ["é", "äöü", "èàáóí", "ßñçãåøú", "êæõëòôâ", "îûïùìœ"],
  central: ["áéíó", "łąęěřčšžýöü", "śżůăşţőâî", "ćúńßä", "űňŕľĺťďźđ"],
  turkish: ["ı", "üşğç", "öi̇", "âî"],
  cyrillic: ["оеаи", "нтсрвл", "кмдпуя", "ыьгзбчйхжі", "шюцщэїє", "фъёґўљњћђџ"],
  greek: ["αοιετσν", "ρυκπλμςηω", "άέίόύή", "γδθχφβξζψώϊ"],
} as const;

/** Bits of the most frequent letters, and how many more each rank costs. */
const FIRST_RANK_BITS = { western: 4.2, central: 5, turkish: 4.6, cyrillic: 3.6, greek: 3.8 } as const;
const BITS_PER_RANK = { western: 0.7, central: 0.7, turkish: 0.6, cyrillic: 1, greek: 1 } as const;

/** Signs that stand in tables of any language. */
const SIGN_BITS: Readonly<Record<string, number>> = {
  "°": 4,
  "²": 5.5,
  "³": 6,
  "’": 6,
  "–": 6,
  "€": 6,
  µ: 6.5,
  "±": 7,
  "§": 8,
  "“": 7,
  "”": 7,
  "„": 8,
  "«": 8,
  "»": 8,
  "£": 7,
  "·": 8,
  "×": 8,
  "½": 8,
  "…": 8,
  "—": 8,
  "©": 8,
  "®": 8,
  "™": 8,
  "¿": 9,
  "¡": 9,
  º: 7,
  ª: 8,
  "№": 8,
  "\u00a0": 6.5,
};

export type Alphabet = keyof typeof LETTERS_BY_RANK;

/** The bits of letters and signs in texts of an alphabet. */
export function letterBits(alphabet: Alphabet): ReadonlyMap<string, number> {
  const bits = new Map(Object.entries(SIGN_BITS));
  LETTERS_BY_RANK[alphabet].forEach((letters, rank) => {
    for (const letter of letters) bits.set(letter, FIRST_RANK_BITS[alphabet] + rank * BITS_PER_RANK[alphabet]);
  });
  return bits;
}

export function isSign(character: string): boolean {
  return character in SIGN_BITS;
}
