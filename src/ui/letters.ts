/** Letters that take the room of two: Hangul Jamo, Han with its signs, kana, Hangul, full-width forms. */
const WIDE_LETTERS =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;

/** How much room a text takes, in letters of Latin: a Han character counts as two. */
export function lettersOf(text: string): number {
  let letters = 0;
  for (const letter of text) letters += letter >= "\u1100" && WIDE_LETTERS.test(letter) ? 2 : 1;
  return letters;
}
