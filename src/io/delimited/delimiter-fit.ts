import type { Cut } from "./cell-marks";
import type { CellTable } from "./cell-table";
import { isKnownCell, isValueCell } from "./known-cell";
import { cellSplitter, newlineOf } from "./split-cells";

/** One way to cut the first rows into cells, and how well it fits. */
export interface Fit extends Cut {
  /** 0 to 1. */
  readonly score: number;
  /** The most frequent number of cells in a row. */
  readonly width: number;
  /** Share of the rows that have it. */
  readonly consistency: number;
  /** Rows with quotes that do not pair, of these rows in which they are no quotes, and rows in which they are. */
  readonly odd: number;
  readonly plain: number;
  readonly quoted: number;
}

/** Blanks and colons also stand inside of values: they need more to be believed. */
const DELIMITER_WEIGHTS: Readonly<Record<string, number>> = { " ": 0.7, ":": 0.5, "^": 0.95 };
const MAX_CELLS = 20_000;
/** Quotes that do not pair speak a little against a way of cutting: less than rows of other lengths do. */
const WEIGHT_OF_ODD_QUOTES = 0.1;

const MAY_BE_WITHIN = new Set([" ", ":"]);
/** No prose has the same number of words, a third of them numbers, in nearly every line. */
const EVEN_LINES = { consistency: 0.95, values: 1 / 3, width: 3 };

function isBlankTable({ delimiter }: Cut, width: number, consistency: number, values: number): boolean {
  if (delimiter !== " " || width < EVEN_LINES.width) return false;
  return consistency >= EVEN_LINES.consistency && values >= EVEN_LINES.values;
}

/** Cuts a text in one way. */
export function fitOf(body: string, whole: boolean, cut: Cut, table: CellTable): Fit {
  const split = cellSplitter(cut, newlineOf(body))(body, whole, table);
  const { oddRows: odd, plainRows: plain, quotedRows: quoted } = split;
  const counts = new Map<number, number>();
  let rows = 0;
  let cells = 0;
  let known = 0;
  let values = 0;
  for (let row = 0; row < table.rows; row++) {
    if (table.isBlank(row)) continue;
    rows++;
    const width = table.firsts[row + 1]! - table.firsts[row]!;
    counts.set(width, (counts.get(width) ?? 0) + 1);
    if (cells > MAX_CELLS) continue;
    for (const cell of table.row(row)) {
      const trimmed = cell.trim();
      cells++;
      if (isKnownCell(trimmed)) known++;
      if (isValueCell(trimmed)) values++;
      if (cells > MAX_CELLS) break;
    }
  }
  const [width, count] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0];
  const consistency = rows === 0 ? 0 : count / rows;
  const believed =
    !MAY_BE_WITHIN.has(cut.delimiter) || values > cells / 2 || isBlankTable(cut, width, consistency, values / cells);
  const score =
    rows === 0 || !believed
      ? 0
      : consistency ** 2 *
        (1 - 1 / width) *
        (known / cells) *
        (DELIMITER_WEIGHTS[cut.delimiter] ?? 1) *
        (1 - (WEIGHT_OF_ODD_QUOTES * odd) / Math.max(rows, odd));
  return { ...cut, score, width, consistency, odd, plain, quoted };
}
