import { appendedColumns, commonKind, namesOfParts, type TablePart } from "../../core/data/append-tables";
import type { Column, ColumnKind } from "../../core/data/column";
import type { Note } from "../../core/data/note";
import type { CellsMet } from "../../core/data/read-report";
import type { TableHints } from "../read/table-reader";
import { FILE_COLUMN } from "./arrange";
import type { ReadAgain, ReadPart, ReadTable as Table } from "./parts";
import { addedReports } from "./added-reports";

/** Files that are told one by one. */
const MAX_TOLD = 20;

/** One table after the other, with the column that says which file a row comes from; "first" is one alone, without it. */
export async function appendParts(read: readonly ReadPart[], how: string, again: ReadAgain): Promise<Table> {
  const [first] = read;
  if (!first) throw new Error("nothing was read");
  if (how === "first") return first.table;
  const names = first.table.dataset.columns.map(({ name }) => name);
  const ordered = read.map((one) => ({ ...one, places: placesIn(one.table, names) }));
  const kinds = names.map((_, at): ColumnKind => {
    // Watts and kilowatts of two files would be added up as if they were the same.
    const units = new Set(ordered.flatMap(({ table, places }) => unitAt(table, places[at])));
    return units.size > 1 ? "category" : commonKind(ordered.flatMap(({ table, places }) => kindAt(table, places[at])));
  });
  const tables: Table[] = [];
  for (const { part, table, places } of ordered) tables.push(await asKinds(part, table, places));
  const parts = tables.map((table, at): TablePart => {
    const { places, part } = ordered[at]!; // one of each
    const columns = places.map((place) => table.dataset.columns[place]).filter((column) => column !== undefined);
    return { name: part.name, rowCount: table.dataset.rowCount, columns };
  });
  const named = uniquely(parts);
  const columns: readonly Column[] = [...appendedColumns(parts), namesOfParts(FILE_COLUMN, named)];
  const rowCount = parts.reduce((sum, part) => sum + part.rowCount, 0);
  const report = addedReports(
    tables.map(({ report: one }) => one),
    ordered.map(({ places }) => places),
  );
  const none: CellsMet = { count: 0, examples: [] };
  return {
    dataset: { name: "", rowCount, columns, sourceRows: sourceRowsOf(tables) },
    content: "",
    kindWhy: [...names.map((_, at) => whyAt(tables, ordered, at, kinds[at])), { code: "several.file" }],
    report: {
      ...report,
      unreadable: [...report.unreadable, none],
      emptied: [...(report.emptied ?? []), none],
      notes: [...appendNotes(named, rowCount), ...report.notes],
    },
    hints: hintsOf(first.table.hints, names.length),
  };

  /** The table with all its columns of the kinds that they have in all parts: those of words are read again as words. */
  async function asKinds(part: ReadPart["part"], table: Table, places: readonly number[]): Promise<Table> {
    const other = places.flatMap((place, at): [number, ColumnKind][] => {
      const kind = kinds[at];
      return kind === undefined || table.dataset.columns[place]?.kind === kind ? [] : [[place, kind]];
    });
    return other.length > 0 ? again(part, Object.fromEntries(other)) : table;
  }
}

function placesIn({ dataset }: Table, names: readonly string[]): readonly number[] {
  const own = dataset.columns.map(({ name }) => name);
  return names.map((name) => own.indexOf(name));
}

/** The kind of a column with values; one without agrees with any. */
function kindAt({ dataset }: Table, place: number | undefined): readonly ColumnKind[] {
  const column = dataset.columns[place ?? -1];
  if (!column) return [];
  const isEmpty = column.kind === "number" && column.values.every((value) => Number.isNaN(value));
  return isEmpty ? [] : [column.kind];
}

/** The sign that the numbers of a column with values carry, empty where they carry none. */
function unitAt(table: Table, place: number | undefined): readonly string[] {
  const isNumber = kindAt(table, place).includes("number");
  return isNumber ? [String(table.kindWhy[place ?? -1]?.values?.sign ?? "")] : [];
}

function whyAt(
  tables: readonly Table[],
  ordered: readonly { readonly table: Table; readonly places: readonly number[] }[],
  at: number,
  kind: ColumnKind | undefined,
): Note {
  const agree = ordered.every(({ table, places }) => kindAt(table, places[at]).every((own) => own === kind));
  if (!agree) return { code: "several.mixed-kinds" };
  const whys = tables.map(({ kindWhy }, part) => kindWhy[ordered[part]?.places[at] ?? -1]);
  return whys.find((why) => why && why.code !== "kind.all-missing") ?? { code: "kind.all-missing" };
}

/** Files of different folders may have one name. */
function uniquely(parts: readonly TablePart[]): readonly TablePart[] {
  const taken = new Map<string, number>();
  return parts.map((part) => {
    const count = (taken.get(part.name) ?? 0) + 1;
    taken.set(part.name, count);
    return count === 1 ? part : { ...part, name: `${part.name} (${count})` };
  });
}

function appendNotes(parts: readonly TablePart[], rows: number): readonly Note[] {
  const told = parts.slice(0, MAX_TOLD).map(({ name, rowCount }) => `${name} (${rowCount})`);
  const files = parts.length > MAX_TOLD ? [...told, "…"] : told;
  return [{ code: "several.appended", values: { count: parts.length, rows, files } }];
}

/** Positions of a sample, counted through all files; null where all rows were kept. */
function sourceRowsOf(tables: readonly Table[]): Uint32Array | null {
  if (tables.every(({ dataset }) => dataset.sourceRows === null)) return null;
  let before = 0;
  const positions = tables.flatMap(({ dataset: { sourceRows, rowCount }, report }) => {
    const own = Array.from({ length: rowCount }, (_, row) => before + (sourceRows?.[row] ?? row));
    before += report.rowsSeen;
    return own;
  });
  return Uint32Array.from(positions);
}

/** What the format knows of the columns, and that the file is no measurement. */
function hintsOf(hints: TableHints | undefined, file: number): TableHints {
  const role = { role: "ignore" as const, why: { code: "role.file" as const } };
  return { roles: new Map([...(hints?.roles ?? []), [file, role]]), rowKind: hints?.rowKind ?? null };
}
