const [FIRST_LETTER, FIRST_DIGIT] = [65, 48];

/** The column of `AB12`, from 0. */
export function columnAt(bytes: Uint8Array, from: number, to: number): number {
  let column = 0;
  for (let at = from; at < to; at++) {
    const letter = (bytes[at]! & ~32) - FIRST_LETTER;
    if (letter < 0 || letter > 25) break;
    column = column * 26 + letter + 1;
    if (column > 1e9) break;
  }
  return Math.max(0, column - 1);
}

/** A whole number of digits; -1 where there is anything else. */
export function numberAt(bytes: Uint8Array, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) {
    const digit = bytes[at]! - FIRST_DIGIT;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}
