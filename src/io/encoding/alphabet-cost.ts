import { type Alphabet, isSign, letterBits, RARE_LETTER } from "./letter-bits";

const ASCII_BITS = 6;
/** What no encoding writes on purpose: control characters, characters that cannot be read. */
const BROKEN_BITS = 24;
/** Frames, arrows and the like. */
const ODD_SIGN_BITS = 14;
const ANY_LETTER = /\p{L}/u;
const UPPER_CASE_LETTER = /\p{Lu}/u;
const ASCII_LETTER = /[a-z]/i;

/** A capital inside of a word, as one encoding read as another gives. */
const CAPITAL_INSIDE_BITS = 8;
const CAPITAL_BITS = 2;
/** A capital behind a capital: who writes one word in capitals goes on so. */
const NEXT_CAPITAL_BITS = 0.5;
/** A capital alone, as another encoding makes of a sign behind a number. */
const CAPITAL_ALONE_BITS = 7;
/** A letter right before a digit, as another encoding makes of a sign. */
const BEFORE_DIGIT_BITS = 5;
/** A letter of a Latin alphabet beyond ASCII beside another one: "éé". */
const ACCENTS_IN_A_ROW_BITS = 3;
/** A letter of another script beside one of ASCII: no word is written so. */
const SCRIPTS_MIXED_BITS = 6;
/** A sign that a letter follows, or that stands in the middle of a word. */
const SIGN_IN_WORD_BITS = 6;

/** Counts how many bits a text costs in an alphabet: the fewer, the likelier it was written so. */
export function alphabetCost(alphabet: Alphabet): (text: string) => number {
  const bits = letterBits(alphabet);
  const isLatin = alphabet === "western" || alphabet === "central" || alphabet === "turkish";

  return (text) => {
    let sum = 0;
    let before = "";
    const characters = Array.from(text);
    characters.forEach((character, at) => {
      const next = characters[at + 1] ?? "";
      if (character < "\u0080") sum += ASCII_BITS;
      else if (character === "\ufffd" || character < "\u00a0") sum += BROKEN_BITS;
      else if (ANY_LETTER.test(character) && !isSign(character)) sum += letterCost(character, before, next);
      else sum += (bits.get(character) ?? ODD_SIGN_BITS) + (isInWord(character, before, next) ? SIGN_IN_WORD_BITS : 0);
      before = character;
    });
    return sum;
  };

  function letterCost(letter: string, before: string, next: string): number {
    let cost = bits.get(letter.toLowerCase()) ?? RARE_LETTER;
    const followsLetter = ANY_LETTER.test(before);
    if (UPPER_CASE_LETTER.test(letter)) {
      if (!followsLetter && !ANY_LETTER.test(next)) cost += CAPITAL_ALONE_BITS;
      else if (!followsLetter) cost += CAPITAL_BITS;
      else cost += UPPER_CASE_LETTER.test(before) ? NEXT_CAPITAL_BITS : CAPITAL_INSIDE_BITS;
    }
    if (next >= "0" && next <= "9") cost += BEFORE_DIGIT_BITS;
    if (isLatin) return cost + (followsLetter && before > "\u007f" ? ACCENTS_IN_A_ROW_BITS : 0);
    return cost + (ASCII_LETTER.test(before) || ASCII_LETTER.test(next) ? SCRIPTS_MIXED_BITS : 0);
  }
}

/** Degrees, apostrophes, currencies and the like stand before letters; other signs do not. */
function isInWord(sign: string, before: string, next: string): boolean {
  if ("°’“„«€£µ§\u00a0№".includes(sign))
    return sign !== "°" && sign !== "’" && ANY_LETTER.test(before) && ANY_LETTER.test(next);
  return ANY_LETTER.test(next);
}
