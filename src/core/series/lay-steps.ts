import type { OrderedRows } from "./order-rows";
import type { Pace } from "./pace";
import { NO_ROW } from "./series-samples";

/** Where the steps of all series lie, one after the other, and what had to be done for it. */
export interface LaidSteps {
  readonly count: number;
  /** Where each part begins, and `count`. A part is a series, or what lies between two of its gaps. */
  readonly starts: Uint32Array;
  /** Which series each part is of; ascending. */
  readonly seriesOf: Uint32Array;
  readonly times: Float64Array;
  /** The first row of each step, or NO_ROW. */
  readonly origin: Uint32Array;
  /** The step of each row of the dataset; NO_ROW where it has none. */
  readonly stepOf: Uint32Array;
  /** Steps that no row stands for, and in how many gaps. */
  readonly filled: number;
  readonly gaps: number;
  /** Gaps too long to fill. */
  readonly splits: number;
  /** Rows that share the step of another row. */
  readonly duplicates: number;
  /** The longest gap that was filled; less than asked for where that would have made far more steps than rows. */
  readonly fillUpTo: number;
}

/** Steps made at most: several times the rows, or the gaps of a table of odd times fill the memory. */
const mostSteps = (rows: number): number => 4 * rows + 10_000;

/**
 * Lays out rows as steps: rows at one time share one, gaps of up to `fillUpTo` steps are filled where the pace is
 * even, longer ones begin a new part; times of the week at which rows never come are no gap. Where it is not even, rows stay as they are, and what is more than
 * `fillUpTo + 1` times as long as usual begins a new part. `isEmpty` says of a row that it has no value at all.
 */
export function laySteps(
  order: OrderedRows,
  pace: Pace,
  fillUpTo: number,
  isEmpty: (row: number) => boolean,
): LaidSteps {
  let fill = fillUpTo >= 0 ? Math.floor(fillUpTo) : 0;
  let size = measure(order, pace, fill, isEmpty);
  while (size.steps > mostSteps(order.rows.length)) {
    fill = Math.floor(Math.min(fill, 1e6) / 2);
    size = measure(order, pace, fill, isEmpty);
  }
  const starts = new Uint32Array(size.parts + 1);
  const seriesOf = new Uint32Array(size.parts);
  const times = new Float64Array(size.steps);
  const origin = new Uint32Array(size.steps).fill(NO_ROW);
  const stepOf = new Uint32Array(order.times.length).fill(NO_ROW);
  let [step, part, filled, gaps, duplicates] = [-1, 0, 0, 0, 0];
  walk(order, pace, fill, isEmpty, (row, series, missing) => {
    const time = order.times[row]!; // by row
    if (missing === SAME_STEP) duplicates++;
    else {
      if (missing === NEW_PART) {
        starts[part] = step + 1;
        seriesOf[part++] = series;
      } else if (missing > 0) {
        const before = times[step]!; // a part has begun
        const between = pace.week?.timesBetween(before, time);
        for (let i = 1; i <= missing; i++)
          times[step + i] = between?.[i - 1] ?? before + ((time - before) * i) / (missing + 1);
        step += missing;
        filled += missing;
        gaps++;
      }
      step++;
      times[step] = time;
      origin[step] = row;
    }
    stepOf[row] = step;
  });
  starts[part] = size.steps;
  const splits = part - new Set(seriesOf).size;
  return {
    count: size.steps,
    starts,
    seriesOf,
    times,
    origin,
    stepOf,
    filled,
    gaps,
    splits,
    duplicates,
    fillUpTo: fill,
  };
}

const SAME_STEP = -1;
const NEW_PART = -2;

/** Visits the rows that are not empty, in order, each with the steps missing before it, SAME_STEP or NEW_PART. */
function walk(
  { rows, starts, times }: OrderedRows,
  { step, isEven, usualMost, week }: Pace,
  fill: number,
  isEmpty: (row: number) => boolean,
  visit: (row: number, series: number, missing: number) => void,
): void {
  for (let series = 0; series + 1 < starts.length; series++) {
    let last: number | null = null;
    for (let i = starts[series]!; i < starts[series + 1]!; i++) {
      const row = rows[i]!; // i < length
      if (isEmpty(row)) continue;
      const time = times[row]!; // by row
      const before = last;
      last = time;
      if (before === null) visit(row, series, NEW_PART);
      else if (time === before) visit(row, series, SAME_STEP);
      else if (isEven) {
        const missing = week ? week.missingBetween(before, time) : Math.max(0, Math.round((time - before) / step) - 1);
        visit(row, series, missing > fill ? NEW_PART : missing);
      } else visit(row, series, time - before > (fill + 1) * usualMost ? NEW_PART : 0);
    }
  }
}

function measure(order: OrderedRows, pace: Pace, fill: number, isEmpty: (row: number) => boolean) {
  let [steps, parts] = [0, 0];
  walk(order, pace, fill, isEmpty, (_row, _series, missing) => {
    if (missing === SAME_STEP) return;
    steps += Math.max(0, missing) + 1;
    if (missing === NEW_PART) parts++;
  });
  return { steps, parts };
}
