import type { CategoryColumn, Column } from "../data/column";
import type { Direction, RowExplanation } from "../explain/explanation";
import { alikeClusters, endsOf } from "./alike";

/** A column whose value is strange, and how. */
export interface FamilyReason {
  readonly column: number;
  readonly direction: Direction;
}

/** Rows that are strange for the same reasons. */
export interface ReasonFamily {
  /** What its rows are strange by, the main reason first. */
  readonly reasons: readonly [FamilyReason, ...FamilyReason[]];
  /** Of findings that say the same of whole rows: what they say. */
  readonly said: "copy" | null;
  /** What nearly all rows with these reasons share and most others do not; all rows of the family have it. */
  readonly level: { readonly column: number; readonly level: string } | null;
  /** In the order that they were given in. */
  readonly rows: Uint32Array;
  /** The row whose reasons are most like those of the others, and the one whose are least. */
  readonly mostTypical: number;
  readonly oddest: number;
}

/** Of fewer rows nobody can say what they share. */
const MIN_ROWS = 3;
/** A value that so many of the rows share, and so many times fewer of all rows. */
const MIN_SHARED = 0.8;
const MIN_LIFT = 2;
const MAX_LEVELS = 200;
/** A second reason names a family where it counts so much as part of the first. */
const MIN_SECOND = 0.5;
const COPIES = "copy";

/** An explained row, as what counts for each reason. */
interface Placed {
  readonly row: number;
  readonly vector: Float64Array;
}

/**
 * Rows by their reasons, the largest family first: rows whose reasons have at least half in common are one family, named by
 * the columns that count most and the way in which they are strange, and by the category that sets them apart, where there
 * is one. Rows without a reason are in none.
 * @param telling positions of the columns whose values may name a family
 */
export function reasonFamilies(
  explanations: readonly RowExplanation[],
  columns: readonly Column[],
  telling: readonly number[],
): ReasonFamily[] {
  const keys: string[] = [];
  const reasonOf = new Map<string, FamilyReason>();
  const parts = explanations.map((one) => partsOf(one));
  for (const { reasons } of parts)
    for (const [key, { column, direction }] of reasons) {
      if (!reasonOf.has(key)) keys.push(key);
      reasonOf.set(key, { column, direction });
    }
  const placed = parts.map(({ row, reasons }): Placed => ({
    row,
    vector: Float64Array.from(keys, (key) => reasons.get(key)?.share ?? 0),
  }));
  const vectors = placed.map(({ vector }) => vector);
  const families = alikeClusters(vectors).flatMap((members): ReasonFamily[] => {
    const named = namesOf(members, vectors, keys);
    const [main, ...others] = named.map((key) => reasonOf.get(key)!); // keys of reasons
    if (!main) return [];
    const said = named[0] === COPIES ? COPIES : null;
    const make = (some: readonly number[], level: ReasonFamily["level"]): ReasonFamily => {
      const { most, least } = endsOf(vectors, some);
      return {
        reasons: [main, ...others],
        said,
        level,
        rows: Uint32Array.from(some, (at) => placed[at]!.row), // positions of rows
        mostTypical: placed[most]!.row,
        oddest: placed[least]!.row,
      };
    };
    const rows = members.map((at) => placed[at]!.row); // positions of rows
    const shared = said ? null : sharedLevel(rows, columns, telling, main.column);
    if (!shared) return [make(members, null)];
    const has = (at: number) => shared.has(placed[at]!.row); // a position of a row
    const rest = members.filter((at) => !has(at));
    const level = { column: shared.column, level: shared.level };
    return [make(members.filter(has), level), ...(rest.length > 0 ? [make(rest, null)] : [])];
  });
  return families.sort((a, b) => b.rows.length - a.rows.length);
}

/** What speaks for a row being strange, by reason: only that, as families are of strange rows. */
function partsOf({ row, contributions, finding }: RowExplanation): {
  readonly row: number;
  readonly reasons: ReadonlyMap<string, FamilyReason & { readonly share: number }>;
} {
  const [main] = contributions;
  if (main && finding?.code === "column-finding.copy")
    return { row, reasons: new Map([[COPIES, { ...main, share: 1 }]]) };
  const speaking = contributions.filter(({ share }) => share > 0);
  return {
    row,
    reasons: new Map(
      speaking.map(({ column, direction, share }) => [`${column} ${direction}`, { column, direction, share }]),
    ),
  };
}

/** The reasons that a family is named by: the main one, and the next where it counts nearly as much. */
function namesOf(members: readonly number[], vectors: readonly Float64Array[], keys: readonly string[]): string[] {
  const sums = keys.map((key, place) => ({
    key,
    sum: members.reduce((all, at) => all + vectors[at]![place]!, 0), // positions of vectors
  }));
  const [main, second] = sums.sort((a, b) => b.sum - a.sum);
  if (!main || main.sum <= 0) return [];
  return second && second.sum >= MIN_SECOND * main.sum ? [main.key, second.key] : [main.key];
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
