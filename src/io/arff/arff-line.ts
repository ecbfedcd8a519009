/** A column as its line declares it. */
export interface ArffAttribute {
  readonly name: string;
  /**
   * What a sparse row means where it says nothing: 0, or the first of the words that are listed. Null for dates and texts,
   * of which none is 0.
   */
  readonly usual: string | null;
}

/** A cell in quotes, or one without. */
const CELL_PATTERN = /\s*(?:'((?:[^'\\]|\\[^])*)'|"((?:[^"\\]|\\[^])*)"|([^,]*))\s*(?:,|$)/y;

/** What a line "@attribute name kind" declares. */
export function attributeOf(line: string): ArffAttribute {
  const found = /^@attribute\s+(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|(\S+))\s*(.*)$/i.exec(line);
  const kind = found?.[4] ?? "";
  return { name: plain(found?.[1] ?? found?.[2] ?? found?.[3] ?? ""), usual: usualOf(kind) };
}

function usualOf(kind: string): string | null {
  if (kind.startsWith("{")) return cellsIn(kind.slice(1, -1))?.[0] ?? "";
  return /^(?:date|string|relational)\b/i.test(kind) ? null : "0";
}

/** The cells of a row, and how many of them a sparse row leaves out that have no zero: they are empty; null where there are more or fewer than attributes. */
export function rowOfLine(line: string, attributes: readonly ArffAttribute[]): ArffRow | null {
  if (line.startsWith("{")) return sparse(line, attributes);
  const cells = cellsIn(line);
  return cells?.length === attributes.length ? { cells, leftOut: 0 } : null;
}

export interface ArffRow {
  readonly cells: string[];
  readonly leftOut: number;
}

function sparse(line: string, attributes: readonly ArffAttribute[]): ArffRow | null {
  if (!line.endsWith("}")) return null;
  const row: (string | null)[] = attributes.map(({ usual }) => usual);
  const inner = line.slice(1, -1).trim();
  for (const part of inner === "" ? [] : inner.split(",")) {
    const [, place, value] = /^\s*(\d+)\s+(.*)$/.exec(part) ?? [];
    if (value === undefined || Number(place) >= row.length) return null;
    row[Number(place)] = cellsIn(value)?.[0] ?? "";
  }
  return { cells: row.map((cell) => cell ?? ""), leftOut: row.filter((cell) => cell === null).length };
}

function cellsIn(text: string): string[] | null {
  const cells: string[] = [];
  CELL_PATTERN.lastIndex = 0;
  for (;;) {
    const found = CELL_PATTERN.exec(text);
    if (!found) return null;
    const [whole, single, double, bare] = found;
    const quoted = single ?? double;
    // A bare question mark means that there is no value.
    cells.push(quoted === undefined ? bareOf(bare ?? "") : plain(quoted));
    if (!whole.endsWith(",") || CELL_PATTERN.lastIndex === 0) return cells;
    if (CELL_PATTERN.lastIndex >= text.length) return [...cells, ""];
  }
}

function bareOf(cell: string): string {
  const text = cell.trim();
  return text === "?" ? "" : text;
}

function plain(text: string): string {
  return text.replace(/\\([^])/g, "$1");
}
