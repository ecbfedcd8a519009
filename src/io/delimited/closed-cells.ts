const SPACE = " ";

/**
 * How many cells begin and end with the quote, blanks around left out; doubled quotes inside are text. Each quote is
 * looked at once, so that a body of nothing but quotes takes no longer than another.
 */
export function closedCells(body: string, quote: string, delimiters: readonly string[]): number {
  const at = quotePositions(body, quote);
  const closing = closingQuotes(at);
  const ends = new Set([...delimiters, "\n", "\r"]);
  const endsCell = new Map<number, boolean>();
  let count = 0;
  for (let k = 0; k < at.length; k++) {
    if (!isBounded(body, at[k]!, -1, ends)) continue;
    const close = closing[k]!;
    if (close < 0) continue;
    if (!endsCell.has(close)) endsCell.set(close, isBounded(body, at[close]!, 1, ends));
    if (!endsCell.get(close)) continue;
    count++;
    k = close;
  }
  return count;
}

function quotePositions(body: string, quote: string): readonly number[] {
  const at: number[] = [];
  for (let next = body.indexOf(quote); next >= 0; next = body.indexOf(quote, next + 1)) at.push(next);
  return at;
}

/** For each quote, if it opens a cell, the one that closes it, by number; -1 when none does. */
function closingQuotes(at: readonly number[]): Int32Array {
  const closing = new Int32Array(at.length).fill(-1);
  for (let k = at.length - 2; k >= 0; k--) {
    const isDoubled = at[k + 2] === at[k + 1]! + 1;
    closing[k] = isDoubled ? closing[k + 2]! : k + 1;
  }
  return closing;
}

/** Whether a separator, a line break or the end of the text lies beside the quote, blanks left out. */
function isBounded(body: string, quote: number, step: 1 | -1, ends: ReadonlySet<string>): boolean {
  let at = quote + step;
  while (body[at] === SPACE && !ends.has(SPACE)) at += step;
  const beside = body[at];
  return beside === undefined || ends.has(beside);
}
