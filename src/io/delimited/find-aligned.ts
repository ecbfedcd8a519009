import { isDrawnColumns } from "../../core/data/drawn-columns";

/** Fewer lines leave the same places blank by chance. */
const MIN_LINES = 8;
const MAX_LINES = 200;
const MAX_LINE = 2000;
/** Two blanks part columns; one parts words. */
const MIN_GAP = 2;
const SPACE = 32;

/**
 * The line that a program would have drawn below the names of a table that is aligned by blanks, `NAME   STATUS        CPU`:
 * columns are parted by places that every line leaves blank, and each has a name on the first line. Null where lines are
 * not aligned so, or hold tabs.
 */
export function alignedColumnsOf(body: string): string | null {
  const lines = body
    .split(/\r\n|\r|\n/)
    .slice(0, MAX_LINES)
    .map((line) => line.trimEnd());
  // The last one may be cut off; a table ends at an empty line.
  const end = lines.indexOf("");
  const table = lines.slice(0, end < 0 ? Math.max(0, lines.length - 1) : end);
  if (table.length < MIN_LINES || table.some((line) => line.length > MAX_LINE || line.includes("\t"))) return null;
  const columns = columnsIn(table);
  const [names = ""] = table;
  const areNamed = columns.every(
    ({ from, to }) => names.slice(from, to).trim() !== "" && !/\S {2,}\S/.test(names.slice(from, to)),
  );
  if (columns.length < 2 || !areNamed) return null;
  let drawn = "";
  for (const { from, to } of columns) {
    // A number further down may be longer, and begin more to the left where all end alike.
    const begin = drawn !== "" && endsAlike(table, to) ? drawn.length + 1 : from;
    drawn = drawn.padEnd(begin, " ") + "-".repeat(to - begin);
  }
  return isDrawnColumns(drawn) ? drawn : null;
}

function endsAlike(lines: readonly string[], to: number): boolean {
  return lines.every((line) => line.length >= to && line.charCodeAt(to - 1) !== SPACE);
}

/** Where something stands in any of the lines, with at least two blanks in all of them between. */
function columnsIn(lines: readonly string[]): readonly { readonly from: number; readonly to: number }[] {
  const width = Math.max(...lines.map(({ length }) => length));
  const isFilled = new Uint8Array(width);
  for (const line of lines)
    for (let at = 0; at < line.length; at++) if (line.charCodeAt(at) !== SPACE) isFilled[at] = 1;
  const columns: { from: number; to: number }[] = [];
  for (let at = 0; at < width; at++) {
    if (isFilled[at] === 0) continue;
    const last = columns.at(-1);
    if (last && at - last.to < MIN_GAP) last.to = at + 1;
    else columns.push({ from: at, to: at + 1 });
  }
  return columns;
}
