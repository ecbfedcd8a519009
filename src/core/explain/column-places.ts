import type { CategoryColumn, NumberColumn, TextColumn } from "../data/column";
import type { NumericSummary } from "../data/profile";
import { lowerBound, upperBound } from "../math/sort";

/** Where a value stands among all values of its column that are not missing. */
export interface Place {
  readonly count: number;
  readonly below: number;
  readonly equal: number;
  readonly above: number;
}

/** More kinds of values than this are not few. */
export const MAX_FEW_VALUES = 20;
/** Infinities are no values of the profile, but are counted. */
const MAX_COUNTED_VALUES = MAX_FEW_VALUES + 2;

/** How a column's values lie, as far as reasons ask: looked at once, so that each further row costs a search and no pass. */
interface Places {
  readonly values: Float64Array;
  readonly count: number;
  /** Values below q05 and above q95, ascending: of the others no rank is told. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** How often each value stands, where they are few; else null. */
  readonly few: ReadonlyMap<number, number> | null;
}

const placesOf = new WeakMap<NumericSummary, Places>();
const levelCounts = new WeakMap<CategoryColumn, Int32Array>();
const textCounts = new WeakMap<TextColumn, ReadonlyMap<string, number>>();

/** How often `value` stands in a column of few values, and of how many; null where there are more kinds of them. */
export function fewPlaceOf(
  column: NumberColumn,
  numeric: NumericSummary,
  value: number,
): Pick<Place, "count" | "equal"> | null {
  const { few, count } = lookedAt(column, numeric);
  return few && { count, equal: few.get(value) ?? 0 };
}

/** The place of a value below q05 or above q95. */
export function tailPlaceOf(column: NumberColumn, numeric: NumericSummary, value: number): Place {
  const { low, high, count } = lookedAt(column, numeric);
  const isHigh = value > numeric.q95;
  const tail = isHigh ? high : low;
  const first = lowerBound(tail, value);
  const end = upperBound(tail, value);
  const equal = end - first;
  return isHigh
    ? { count, equal, above: tail.length - end, below: count - equal - (tail.length - end) }
    : { count, equal, below: first, above: count - equal - first };
}

/** How many rows hold the level or the text of `row`. */
export function countLike(column: CategoryColumn | TextColumn, row: number): number {
  if (column.kind === "text") return textCountsOf(column).get(column.values[row] ?? "") ?? 0;
  return levelCountsOf(column)[column.codes[row] ?? -1] ?? 0;
}

function lookedAt({ values }: NumberColumn, numeric: NumericSummary): Places {
  const known = placesOf.get(numeric);
  if (known?.values === values) return known;
  const low: number[] = [];
  const high: number[] = [];
  const counts = new Map<number, number>();
  let count = 0;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    count++;
    if (value < numeric.q05) low.push(value);
    else if (value > numeric.q95) high.push(value);
    if (counts.size <= MAX_COUNTED_VALUES) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const places: Places = {
    values,
    count,
    low: Float64Array.from(low).sort(),
    high: Float64Array.from(high).sort(),
    few: counts.size <= MAX_COUNTED_VALUES ? counts : null,
  };
  placesOf.set(numeric, places);
  return places;
}

function levelCountsOf(column: CategoryColumn): Int32Array {
  const known = levelCounts.get(column);
  if (known) return known;
  const counts = new Int32Array(column.levels.length);
  for (const code of column.codes) if (code >= 0) counts[code] = counts[code]! + 1; // a code is of a level
  levelCounts.set(column, counts);
  return counts;
}

function textCountsOf(column: TextColumn): ReadonlyMap<string, number> {
  const known = textCounts.get(column);
  if (known) return known;
  const counts = new Map<string, number>();
  for (const text of column.values) counts.set(text, (counts.get(text) ?? 0) + 1);
  textCounts.set(column, counts);
  return counts;
}
