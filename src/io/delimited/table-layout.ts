import { type ColumnNames, columnNamesOf } from "../../core/data/column-names";
import { Failure } from "../../core/data/failure";

/** Names and number of columns, from the first rows of a file. */
export interface TableLayout extends ColumnNames {
  readonly width: number;
  /** The first data rows, each cut or padded to `width`. */
  readonly body: readonly (readonly string[])[];
}

const MAX_COLUMNS = 20_000;

/**
 * Lays out the columns. A header with one name less than the rows have cells lacks the name of the
 * row names, as R writes it; names and cells beyond the usual width count when they hold something.
 *
 * @throws Failure `empty-file`, `too-many-columns`, `header-only`
 */
export function layoutOf(rows: readonly (readonly string[])[], hasHeader: boolean): TableLayout {
  if (rows.length === 0) throw new Failure({ code: "empty-file" });
  const data = hasHeader ? rows.slice(1) : rows;
  const header = hasHeader ? (rows[0] ?? []) : [];
  const usual = usualWidth(data, header.length);
  const most = Math.max(usual, header.length);
  if (most > MAX_COLUMNS)
    throw new Failure({ code: "too-many-columns", values: { columns: most, limit: MAX_COLUMNS } });
  if (data.length === 0) throw new Failure({ code: "header-only", values: { columns: header.length } });

  const raw = hasHeader ? rawNames(header, usual, data) : new Array<string>(usual).fill("");
  const width = raw.length;
  const named = columnNamesOf(raw);
  return {
    names: named.names,
    renamed: hasHeader ? named.renamed : [],
    width,
    body: data.map((row) => fit(row, width)),
  };
}

function rawNames(header: readonly string[], usual: number, data: readonly (readonly string[])[]): readonly string[] {
  const named = header.findLastIndex((name) => name.trim() !== "") + 1;
  if (usual <= header.length) return header.slice(0, Math.max(named, usual));
  const filled = data.some((row) => row.slice(header.length).some((cell) => cell.trim() !== ""));
  if (!filled) return header;
  if (usual === header.length + 1) return ["", ...header];
  return [...header, ...new Array<string>(usual - header.length).fill("")];
}

/**
 * The most frequent number of cells. Where no number is the rule, the names decide, unless most rows
 * are longer than their line, which then is no header but a title.
 */
function usualWidth(rows: readonly (readonly string[])[], names: number): number {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  const ordered = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  const [width, count] = ordered[0] ?? [0, 0];
  const longer = rows.filter((row) => row.length > names).length;
  return names === 0 || count > rows.length / 2 || longer > rows.length / 2 ? width : names;
}

function fit(row: readonly string[], width: number): readonly string[] {
  if (row.length === width) return row;
  return row.length > width ? row.slice(0, width) : [...row, ...new Array<string>(width - row.length).fill("")];
}
