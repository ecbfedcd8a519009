const NUMBER_WITH_COMMA = /^\s*[-+−]?(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?\s*$/;
const MIN_LINES = 3;
/** Share of the lines that have to be one number each. */
const MIN_SHARE = 0.95;

/**
 * Whether the lines of a text are one column of numbers with decimal commas, rather than two columns of whole numbers: a
 * line of one name says so, unless the first parts count the rows as R does; so do fractions such as `,05`. Null: no.
 */
export function decimalCommas(body: string): { readonly sure: boolean } | null {
  const [first = "", ...rest] = body.split(/\r\n|\r|\n/).filter((line) => line.trim() !== "");
  const isNamed = !first.includes(",") && !/^[\s"]*[-+]?\d/.test(first);
  // The last line may be cut off.
  const lines = (isNamed ? rest : [first, ...rest]).slice(0, -1);
  const numbers = lines.map((line) => NUMBER_WITH_COMMA.exec(line)).filter((found) => found !== null);
  const parts = numbers.flatMap(([, whole = "", fraction]) => (fraction === undefined ? [] : [{ whole, fraction }]));
  if (lines.length < MIN_LINES || numbers.length < lines.length * MIN_SHARE || parts.length * 2 < lines.length)
    return null;
  const hasPadded = parts.some(({ fraction }) => fraction.length > 1 && fraction.startsWith("0"));
  if (isNamed) return countsRows(parts.map(({ whole }) => whole)) ? null : { sure: true };
  return hasPadded ? { sure: false } : null;
}

/** 1, 2, 3 …, as names of rows are. */
function countsRows(wholes: readonly string[]): boolean {
  const [begin = 0] = wholes.map(Number);
  return wholes.every((whole, at) => Number(whole) === begin + at);
}
