const CODE_OF_ZERO = 48;

/** Digits beyond these are lost in a double. */
const MAX_EXACT_DIGITS = 15;

/**
 * Whether the cell is a code that happens to be written in digits: `007` or a card number of more
 * than 15 digits. Read as a number it would lose what it says.
 */
export function isDigitCode(text: string, start: number, end: number): boolean {
  const long = end - start > MAX_EXACT_DIGITS;
  const padded = end - start > 1 && text.charCodeAt(start) === CODE_OF_ZERO;
  if (!long && !padded) return false;
  for (let at = start; at < end; at++) {
    const digit = text.charCodeAt(at) - CODE_OF_ZERO;
    if (digit < 0 || digit > 9) return false;
  }
  return true;
}

/** Whether the cell looks like an international phone number: a plus, then at least eight digits, grouped or not. */
export function isPhoneLike(cell: string): boolean {
  return /^\+\d[\d\s()-]{6,}\d$/.test(cell) && cell.replace(/\D/g, "").length >= 8;
}

/**
 * Whether the cell is a part number such as `10E0` that a number reader would take for a power of ten.
 * Programs write powers with one digit in front, a point or a sign: `1e5`, `1.2E5`, `12E+4`.
 */
export function isExponentCode(cell: string): boolean {
  return cell.length <= 20 && /^\d{2,}[eE]\d+$/.test(cell);
}

/** Counters that overflowed stand at the end of their range: that is no code. */
const ENDS_OF_RANGE = new Set(["18446744073709551615", "9223372036854775807"]);

/** Whether a cell of nothing but digits would come out as another number. */
export function losesDigits(cell: string): boolean {
  return cell.length > MAX_EXACT_DIGITS && !ENDS_OF_RANGE.has(cell) && String(Number(cell)) !== cell;
}

/** The same as `isExponentCode` of a cell in a text, without making a string of every cell. */
export function mayBeExponentCode(text: string, start: number, end: number): boolean {
  return end - start >= 4 && (isE(text, end - 2) || isE(text, end - 3)) && isExponentCode(text.slice(start, end));
}

function isE(text: string, at: number): boolean {
  return (text.charCodeAt(at) | 32) === 101;
}

/** Whether the cell has nothing but digits. */
export function isDigits(cell: string): boolean {
  return /^\d+$/.test(cell);
}
