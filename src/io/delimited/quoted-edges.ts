const SPACE = " ";

/**
 * How many cells may stand in quotes: as many as a quote begins, or as a quote ends, whichever is less, blanks around
 * left out. What stands between is not asked, so that `'it won't'` counts. Takes time in proportion to the text.
 */
export function quotedEdges(body: string, quote: string, delimiters: readonly string[]): number {
  const ends = new Set([...delimiters, "\n", "\r"]);
  let opening = 0;
  let closing = 0;
  for (let at = body.indexOf(quote); at >= 0; at = body.indexOf(quote, at + 1)) {
    if (isBounded(body, at, -1, ends)) opening++;
    if (isBounded(body, at, 1, ends)) closing++;
  }
  return Math.min(opening, closing);
}

/** Whether a separator, a line break or the end of the text lies beside the quote, blanks left out. */
function isBounded(body: string, quote: number, step: 1 | -1, ends: ReadonlySet<string>): boolean {
  let at = quote + step;
  while (body[at] === SPACE && !ends.has(SPACE)) at += step;
  const beside = body[at];
  return beside === undefined || ends.has(beside);
}
