import type { OrderedRows } from "./order-rows";

const WEEK_MS = 7 * 24 * 3600 * 1000;
/** Finer than a minute a week has too many steps to be told apart by a few weeks of rows. */
const MIN_STEP_MS = 60_000;
/** A step of the week has to be there so often before another can be said to be never there. */
const MIN_WEEKS = 4;
/** Exchanges open on a few Saturdays, machines run on a few Sundays: a step there so rarely is closed all the same. */
const MAX_SHARE_WHEN_CLOSED = 0.05;
/** The rows at a step of the week that is open: near the top, for some holidays fall on every one. */
const OPEN_QUANTILE = 0.8;

/** Times of the week at which rows never come: nights, weekends. What lies there is not missing. */
export interface WeekPattern {
  /** How many steps lie strictly between two times of a series, those left out at which rows never come. */
  missingBetween(from: number, to: number): number;
  /** When they are, ascending. */
  timesBetween(from: number, to: number): readonly number[];
}

/**
 * The pattern of the week that the rows follow, told from their times alone; null where they have none: every step of the
 * week has rows, or there are too few weeks, or the step (milliseconds) does not divide a week. Linear.
 */
export function weekPatternOf(
  { rows, starts, times, isClock }: Pick<OrderedRows, "rows" | "starts" | "times" | "isClock">,
  step: number,
): WeekPattern | null {
  const slots = Math.round(WEEK_MS / step);
  if (!isClock || slots < 2 || step < MIN_STEP_MS || Math.abs(slots * step - WEEK_MS) > 1e-6 * WEEK_MS) return null;
  /** Steps are counted from a row: one that lay half-way between two would be now this one, now that one. */
  const first = times[rows[0] ?? 0] ?? 0;
  const stepOf = (time: number) => Math.round((time - first) / step);
  const counts = new Float64Array(slots);
  for (let series = 0; series + 1 < starts.length; series++) {
    let last = -Infinity;
    for (let i = starts[series]!; i < starts[series + 1]!; i++) {
      const at = stepOf(times[rows[i]!]!); // i < length
      if (at !== last) counts[slotOf(at, slots)]!++;
      last = at;
    }
  }
  const seen = counts.filter((count) => count > 0).sort();
  const usual = seen[Math.floor(OPEN_QUANTILE * (seen.length - 1))] ?? 0;
  // Rows of several series at one time count for each of them.
  if (usual < MIN_WEEKS * (starts.length - 1)) return null;
  /** By slot: how many before it are open. */
  const before = new Float64Array(slots + 1);
  counts.forEach((count, slot) => {
    before[slot + 1] = before[slot]! + Number(count > MAX_SHARE_WHEN_CLOSED * usual);
  });
  const open = before[slots]!;
  if (open === slots) return null;

  const openBefore = (at: number) => Math.floor(at / slots) * open + before[slotOf(at, slots)]!;
  const isOpen = (at: number) => before[slotOf(at, slots) + 1]! > before[slotOf(at, slots)]!;
  return {
    missingBetween(from, to) {
      const next = stepOf(from) + 1;
      const end = stepOf(to);
      return end > next ? openBefore(end) - openBefore(next) : 0;
    },
    timesBetween(from, to) {
      const start = stepOf(from);
      const between = Math.max(0, stepOf(to) - start - 1);
      return Array.from({ length: between }, (_, i) => i + 1).flatMap((i) =>
        isOpen(start + i) ? [from + i * step] : [],
      );
    },
  };
}

/** Rows of other series may lie before the first: their steps are negative. */
function slotOf(at: number, slots: number): number {
  return ((at % slots) + slots) % slots;
}
