import { selectQuantiles } from "../math/quantile-select";
import type { OrderedRows } from "./order-rows";
import { weekPatternOf, type WeekPattern } from "./week-pattern";

/** How regularly the rows of series follow each other. */
export interface Pace {
  /** The median difference between two times; 1 where there are no two. */
  readonly step: number;
  /** Whether the differences are whole steps, so that a missing one can be told. */
  readonly isEven: boolean;
  /** Share of the differences that are whole steps, 0 to 1. */
  readonly evenShare: number;
  /** Of 20 differences 19 are at most this long. */
  readonly usualMost: number;
  /** Times of the week at which rows never come; null where there are none. */
  readonly week: WeekPattern | null;
}

/** A difference is a whole number of steps when it is at most this part of a step beside it. */
const MAX_JITTER_SHARE = 0.2;
/** Beyond so many steps a difference is a gap, whatever its fraction: clocks drift. */
const MAX_STEPS_WITHOUT_GAP = 20;
const MIN_EVEN_SHARE = 0.8;

/** The pace common to all series; rows at the same time count once. Linear. */
export function paceOf(order: Pick<OrderedRows, "rows" | "starts" | "times" | "isClock">): Pace {
  const { rows, starts, times } = order;
  const differences = new Float64Array(rows.length);
  let count = 0;
  for (let series = 0; series + 1 < starts.length; series++)
    for (let i = starts[series]! + 1; i < starts[series + 1]!; i++) {
      const difference = times[rows[i]!]! - times[rows[i - 1]!]!; // i < length
      if (difference > 0) differences[count++] = difference;
    }
  if (count === 0) return { step: 1, isEven: true, evenShare: 1, usualMost: 1, week: null };
  const [step = 1, usualMost = 1] = selectQuantiles(differences.subarray(0, count), [0.5, 0.95]);
  let whole = 0;
  for (let i = 0; i < count; i++) if (isWhole(differences[i]! / step)) whole++; // i < count
  const evenShare = whole / count;
  const isEven = evenShare >= MIN_EVEN_SHARE;
  return { step, isEven, evenShare, usualMost, week: isEven ? weekPatternOf(order, step) : null };
}

function isWhole(steps: number): boolean {
  const nearest = Math.round(steps);
  return nearest >= 1 && (nearest > MAX_STEPS_WITHOUT_GAP || Math.abs(steps - nearest) <= MAX_JITTER_SHARE);
}
