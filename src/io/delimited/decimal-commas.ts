const NUMBER_WITH_COMMA = /^\s*[-+−]?(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?\s*$/;
const MIN_LINES = 3;
/** Share of the lines that have to be one number each. */
const MIN_SHARE = 0.95;
/** In so many lines a tenth takes nearly every value from 0 to 9. */
const MIN_LINES_OF_TENTHS = 20;
const MIN_TENTHS = 8;

/** Whether lines that a comma would cut in two are numbers with decimal commas, and whether that is beyond doubt. */
export interface DecimalCommas {
  readonly isOneColumn: boolean;
  readonly sure: boolean;
}

/**
 * Whether the lines of a text are one column of numbers with decimal commas, rather than two columns of whole numbers: a
 * line of one name says so, unless the first parts count the rows as R does; so do fractions such as `,05`, and tenths of
 * nearly every value. Null: they cannot be.
 */
export function decimalCommas(body: string): DecimalCommas | null {
  const [first = "", ...rest] = body.split(/\r\n|\r|\n/).filter((line) => line.trim() !== "");
  const isNamed = !first.includes(",") && !/^[\s"]*[-+]?\d/.test(first);
  // The last line may be cut off.
  const lines = (isNamed ? rest : [first, ...rest]).slice(0, -1);
  const numbers = lines.map((line) => NUMBER_WITH_COMMA.exec(line)).filter((found) => found !== null);
  const parts = numbers.flatMap(([, whole = "", fraction]) => (fraction === undefined ? [] : [{ whole, fraction }]));
  if (lines.length < MIN_LINES || numbers.length < lines.length * MIN_SHARE || parts.length * 2 < lines.length)
    return null;
  if (countsRows(parts.map(({ whole }) => whole))) return null;
  if (isNamed) return { isOneColumn: true, sure: true };
  const fractions = parts.map(({ fraction }) => fraction);
  if (!mayBeFractions(fractions)) return null;
  const hasPadded = fractions.some((fraction) => fraction.length > 1 && fraction.startsWith("0"));
  return { isOneColumn: hasPadded || areTenths(fractions), sure: false };
}

/** Fractions have as many digits each, or, without noughts at their end, never end with one. */
function mayBeFractions(fractions: readonly string[]): boolean {
  const isEven = new Set(fractions.map(({ length }) => length)).size === 1;
  return isEven || !fractions.some((fraction) => fraction.endsWith("0"));
}

function areTenths(fractions: readonly string[]): boolean {
  if (fractions.length < MIN_LINES_OF_TENTHS || fractions.some(({ length }) => length > 1)) return false;
  return new Set(fractions).size >= MIN_TENTHS;
}

/** 1, 2, 3 …, as names of rows are. */
function countsRows(wholes: readonly string[]): boolean {
  const [begin = 0] = wholes.map(Number);
  return wholes.every((whole, at) => Number(whole) === begin + at);
}
