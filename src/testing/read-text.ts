import { cellOf } from "../core/data/column";
import type { DelimitedPlan, Dialect } from "../core/data/dialect";
import { ALWAYS_MISSING } from "../core/data/missing-words";
import type { ReadReport } from "../core/data/read-report";
import type { ReadTableOf } from "../io/read/table-reader";
import { readTable } from "../io/delimited/read-table";

type ReadResult = ReadTableOf<ReadReport>;

/** Comma-separated values with names. */
export const PLAIN_DIALECT: Dialect = {
  compression: "none",
  encoding: "utf-8",
  delimiter: ",",
  quote: '"',
  escape: "",
  header: { first: 1, count: 1 },
  decimal: ".",
  thousands: "",
  missing: ALWAYS_MISSING,
  missingIn: "values",
  dateOrder: "day-first",
};
export const quiet = { onProgress: () => undefined, checkpoint: () => Promise.resolve() };

/** Reads text as CSV that nothing had to be guessed of, but for what is said otherwise. */
export function readText(
  content: string | Uint8Array<ArrayBuffer>,
  dialect: Partial<Dialect> = {},
  plan: Partial<DelimitedPlan> = {},
): Promise<ReadResult> {
  const source = { name: "table.csv", blob: new Blob([content]) };
  return readTable(
    source,
    { format: "delimited", settings: { ...PLAIN_DIALECT, ...dialect }, kinds: {}, sample: null, ...plan },
    quiet,
  );
}

/** A header, and a line for each number. */
export function linesOf(count: number, line: (i: number) => string, header: string): string {
  return [header, ...Array.from({ length: count }, (_, i) => line(i))].join("\n");
}

/** The cells of a column, null where one is missing. */
export function cellsOf({ dataset }: ReadResult, column: number) {
  const found = dataset.columns[column]!;
  return Array.from({ length: dataset.rowCount }, (_, row) => cellOf(found, row));
}

export function kindsOf({ dataset }: ReadResult) {
  return dataset.columns.map(({ kind }) => kind);
}
