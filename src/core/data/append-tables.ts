import type { CategoryColumn, Column, ColumnKind } from "./column";

/** A table among several: what it is called, and its columns in the order of the whole. */
export interface TablePart {
  readonly name: string;
  readonly rowCount: number;
  readonly columns: readonly Column[];
}

/** What a column has to be that is of these kinds in several tables: words, where they do not agree. */
export function commonKind(kinds: readonly ColumnKind[]): ColumnKind {
  const [first = "number"] = kinds;
  if (kinds.every((kind) => kind === first)) return first;
  return kinds.includes("text") ? "text" : "category";
}

/** The rows of several tables one after the other. Their columns are of one kind at each place, or words of two kinds. */
export function appendedColumns(parts: readonly TablePart[]): readonly Column[] {
  const width = parts[0]?.columns.length ?? 0;
  return Array.from({ length: width }, (_, at) => appended(parts.flatMap(({ columns }) => columns[at] ?? [])));
}

/** The column that says which table a row comes from. */
export function namesOfParts(name: string, parts: readonly Pick<TablePart, "name" | "rowCount">[]): CategoryColumn {
  const codes = new Int32Array(parts.reduce((sum, { rowCount }) => sum + rowCount, 0));
  let at = 0;
  parts.forEach(({ rowCount }, part) => {
    codes.fill(part, at, at + rowCount);
    at += rowCount;
  });
  return { kind: "category", name, codes, levels: parts.map((part) => part.name) };
}

function appended(columns: readonly Column[]): Column {
  const { name } = columns[0]!; // one for each part
  if (columns.every((column) => column.kind === "category")) return appendedCategory(name, columns);
  const numbers = columns.filter((column) => column.kind === "number" || column.kind === "time");
  if (numbers.length < columns.length) return { kind: "text", name, values: columns.flatMap(textsOf) };
  const values = new Float64Array(numbers.reduce((sum, column) => sum + column.values.length, 0));
  let at = 0;
  for (const column of numbers) {
    values.set(column.values, at);
    at += column.values.length;
  }
  return { kind: numbers[0]?.kind ?? "number", name, values };
}

function appendedCategory(name: string, columns: readonly CategoryColumn[]): CategoryColumn {
  const placeOf = new Map<string, number>();
  const parts = columns.map(({ codes, levels }) => {
    const places = levels.map((level) => {
      const place = placeOf.get(level) ?? placeOf.size;
      placeOf.set(level, place);
      return place;
    });
    return codes.map((code) => places[code] ?? -1);
  });
  const codes = new Int32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    codes.set(part, at);
    at += part.length;
  }
  return { kind: "category", name, codes, levels: [...placeOf.keys()] };
}

function textsOf(column: Column): readonly string[] {
  if (column.kind === "text") return column.values;
  return column.kind === "category" ? Array.from(column.codes, (code) => column.levels[code] ?? "") : [];
}
