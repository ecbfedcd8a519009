/**
 * A separator that is a drawn line, `----- ---------- ----`, as databases write it below the names: each column is as wide
 * as its dashes, and what stands between two of them is blank.
 */
const DRAWN = /^ {0,40}(?=.{0,4000}(?:-{3}|={3}))(?:-{1,4000}|={1,4000})(?: {1,40}(?:-{1,4000}|={1,4000})){1,2000}$/;
const MAX_LENGTH = 8000;

/** Whether a separator, or a line, draws columns. */
export function isDrawnColumns(line: string): boolean {
  return line.length > 4 && line.length <= MAX_LENGTH && DRAWN.test(line);
}

/** Where the columns of a drawn line begin and end; the first begins where its line does. */
export function drawnColumns(line: string): { readonly starts: readonly number[]; readonly ends: readonly number[] } {
  const drawn = [...line.matchAll(/[-=]+/g)];
  return {
    starts: drawn.map(({ index }, at) => (at === 0 ? 0 : index)),
    ends: drawn.map(({ index, 0: dashes }) => index + dashes.length),
  };
}
