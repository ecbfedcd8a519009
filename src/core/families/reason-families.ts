import type { CategoryColumn, Column } from "../data/column";
import type { Direction, RowExplanation } from "../explain/explanation";

/** Rows that are strange for the same main reason. */
export interface ReasonFamily {
  /** The column of the main reason, and how its value is strange. */
  readonly column: number;
  readonly direction: Direction;
  /** Of findings that say the same of whole rows: what they say. */
  readonly said: "copy" | null;
  /** What nearly all rows with that reason share and most others do not; all rows of the family have it. */
  readonly level: { readonly column: number; readonly level: string } | null;
  /** In the order that they were given in. */
  readonly rows: Uint32Array;
}

/** Of fewer rows nobody can say what they share. */
const MIN_ROWS = 3;
/** A value that so many of the rows share, and so many times fewer of all rows. */
const MIN_SHARED = 0.8;
const MIN_LIFT = 2;
const MAX_LEVELS = 200;

/**
 * Rows by their main reason, the largest family first: by the column that counts most and the way in which it is strange,
 * and by the category that sets them apart, where there is one. Rows without a reason are in none.
 * @param telling positions of the columns whose values may name a family
 */
export function reasonFamilies(
  explanations: readonly RowExplanation[],
  columns: readonly Column[],
  telling: readonly number[],
): ReasonFamily[] {
  const byReason = new Map<string, Omit<ReasonFamily, "level" | "rows"> & { readonly rows: number[] }>();
  for (const { row, contributions, finding } of explanations) {
    const [main] = contributions;
    if (!main || main.share <= 0) continue;
    const said = finding?.code === "column-finding.copy" ? "copy" : null;
    const key = said ?? `${main.column} ${main.direction}`;
    const family = byReason.get(key);
    if (family) family.rows.push(row);
    else byReason.set(key, { column: main.column, direction: main.direction, said, rows: [row] });
  }
  const families = [...byReason.values()].flatMap(({ rows, ...reason }): ReasonFamily[] => {
    const shared = reason.said ? null : sharedLevel(rows, columns, telling, reason.column);
    if (!shared) return [{ ...reason, level: null, rows: Uint32Array.from(rows) }];
    const have = rows.filter(shared.has);
    const others = rows.filter((row) => !shared.has(row));
    const rest: ReasonFamily[] = others.length > 0 ? [{ ...reason, level: null, rows: Uint32Array.from(others) }] : [];
    return [
      { ...reason, level: { column: shared.column, level: shared.level }, rows: Uint32Array.from(have) },
      ...rest,
    ];
  });
  return families.sort((a, b) => b.rows.length - a.rows.length);
}

interface Shared {
  readonly column: number;
  readonly level: string;
  readonly has: (row: number) => boolean;
}

/** The value of a category that sets the rows apart from all others most; null where none does. */
function sharedLevel(
  rows: readonly number[],
  columns: readonly Column[],
  telling: readonly number[],
  reason: number,
): Shared | null {
  if (rows.length < MIN_ROWS) return null;
  let best: (Shared & { readonly lift: number }) | null = null;
  for (const at of telling) {
    const column = columns[at];
    if (column?.kind !== "category" || at === reason || column.levels.length > MAX_LEVELS) continue;
    const [code, count] = mostFrequent(rows, column);
    const share = count / rows.length;
    if (code < 0 || share < MIN_SHARED) continue;
    const lift = share / (countOf(column, code) / column.codes.length);
    if (lift < MIN_LIFT || lift <= (best?.lift ?? 0)) continue;
    best = { column: at, level: column.levels[code] ?? "", has: (row) => column.codes[row] === code, lift };
  }
  return best;
}

function mostFrequent(rows: readonly number[], { codes }: CategoryColumn): [code: number, count: number] {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(codes[row]!, (counts.get(codes[row]!) ?? 0) + 1); // rows of the table
  return [...counts].reduce<[number, number]>((most, one) => (one[1] > most[1] ? one : most), [-1, 0]);
}

function countOf({ codes }: CategoryColumn, wanted: number): number {
  let count = 0;
  for (const code of codes) if (code === wanted) count++;
  return count;
}
