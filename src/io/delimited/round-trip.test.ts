import fc from "fast-check";
import { expect, it } from "vitest";
import { type Cell, type ColumnKind, cellOf } from "../../core/data/column";
import type { Dialect } from "../../core/data/dialect";
import { randomRuns } from "../../testing/random-runs";
import { readTable } from "./read-table";

const quiet = { onProgress: () => undefined, checkpoint: () => Promise.resolve() };

const number = fc.double({ noNaN: true }).map((value) => value + 0);
const time = fc.date({
  min: new Date("1000-01-01T00:00:00Z"),
  max: new Date("2999-12-31T00:00:00Z"),
  noInvalidDate: true,
});
/** Trimmed as the reader trims, and never "no value". */
const word = fc
  .string({ unit: fc.constantFrom(..."abcXYZ019 ,;\t\"'\n|éß中😀=<>_".split(/(?:)/u)), maxLength: 8 })
  .map((text) => text.trim())
  .filter((text) => text !== "");

interface Written {
  readonly kind: ColumnKind;
  readonly cells: readonly Cell[];
}

function columnOf(kind: ColumnKind, rows: number): fc.Arbitrary<Written> {
  const value: fc.Arbitrary<Cell> =
    kind === "number" ? number : kind === "time" ? time.map((date) => date.getTime()) : word;
  return fc
    .array(fc.option(value, { freq: 6 }), { minLength: rows, maxLength: rows })
    .map((cells) => ({ kind, cells }));
}

const table = fc
  .record({
    rows: fc.integer({ min: 1, max: 12 }),
    kinds: fc.array(fc.constantFrom<ColumnKind>("number", "time", "category", "text"), { minLength: 2, maxLength: 5 }),
  })
  .chain(({ rows, kinds }) => fc.tuple(...kinds.map((kind) => columnOf(kind, rows))))
  .map(withoutEmptyRows)
  .filter((columns) => columns[0]!.cells.length > 0);

/** A row that holds nothing is an empty line, however many separators it has. */
function withoutEmptyRows(columns: readonly Written[]): readonly Written[] {
  const isFilled = (_: Cell, row: number) => columns.some(({ cells }) => cells[row] !== null);
  return columns.map(({ kind, cells }) => ({ kind, cells: cells.filter(isFilled) }));
}

const style = fc.record({
  delimiter: fc.constantFrom(",", ";", "\t", "|", "||"),
  quote: fc.constantFrom('"', "'"),
  decimal: fc.constantFrom<Dialect["decimal"]>(".", ","),
  header: fc.boolean(),
  newline: fc.constantFrom("\n", "\r\n"),
});

it("reads back every table that was written, cell by cell", async () => {
  await fc.assert(
    fc.asyncProperty(table, style, async (columns, { delimiter, quote, decimal, header, newline }) => {
      const quoted = (text: string) => `${quote}${text.replaceAll(quote, quote + quote)}${quote}`;
      const written = (kind: ColumnKind, cell: Cell) => {
        if (cell === null) return "";
        if (kind === "number") return quoted(String(cell).replace(".", decimal));
        return quoted(kind === "time" ? new Date(cell).toISOString() : String(cell));
      };
      const lines = columns[0]!.cells.map((_, row) =>
        columns.map(({ kind, cells }) => written(kind, cells[row] ?? null)).join(delimiter),
      );
      const names = columns.map((_, i) => `c${i}`);
      const text = [...(header ? [names.join(delimiter)] : []), ...lines].join(newline) + newline;
      const dialect: Dialect = {
        compression: "none",
        encoding: "utf-8",
        delimiter,
        quote,
        escape: "",
        header: { first: 1, count: header ? 1 : 0 },
        decimal,
        thousands: "",
        missing: [],
        missingIn: "values",
        dateOrder: "day-first",
      };
      const kinds = Object.fromEntries(columns.map(({ kind }, i) => [i, kind]));

      const { dataset, report } = await readTable(
        { name: "t", blob: new Blob([text]) },
        { format: "delimited", settings: dialect, kinds, sample: null },
        quiet,
      );

      expect(dataset.columns.map(({ kind }) => kind)).toEqual(columns.map(({ kind }) => kind));
      const back = dataset.columns.map((column) =>
        Array.from({ length: dataset.rowCount }, (_, row) => cellOf(column, row)),
      );
      expect(back).toEqual(columns.map(({ cells }) => cells));
      expect(report.unreadable.every(({ count }) => count === 0)).toBe(true);
    }),
    randomRuns(),
  );
});
