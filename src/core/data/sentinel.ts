/** A number that stands for "no value", and how often. */
export interface Sentinel {
  readonly value: number;
  readonly count: number;
}

/** Such numbers of a column, and what else it holds. */
export interface Sentinels {
  readonly found: readonly Sentinel[];
  /** The other values, in ascending order. */
  readonly others: Float64Array;
}

const MIN_REPEATS = 2;
const MIN_OTHERS = 5;
/** Beside a lone extreme value, a number has to be this often there, and this many times as far out as the others reach. */
const MIN_REPEATS_BESIDE_EXTREME = 3;
const TIMES_AS_FAR = 3;
const SHARE_OF_EXTREMES = 0.01;
/** Several such numbers may stand in one column, each with its own reason. */
const MAX_SENTINELS = 4;

const ONLY_NINES = /^-?(?:9{2,}(?:\.9+|\.0+)?|9\.9{2,})$/;
/** As weather services and loggers tell reasons apart: -7777, -8888; -6999, 7999. */
const OTHER_MARKS = /^-?(?:7{3,}|8{3,}|[67]999)(?:\.[789]+)?$/;
/** Too short to be told from a value, unless all others are above zero. */
const SHORT_NINES = /^-9(?:\.9)?$/;
const LIMITS_OF_INTEGERS = new Set([
  -127, -128, -32_768, -32_767, 32_767, 65_535, -2_147_483_648, 2_147_483_647, 4_294_967_295,
]);
/** Programs fill with numbers such as 1e20, 9.96921e36 or -1e30, which nothing on Earth measures. */
const LEAST_FILL = 1e19;

/**
 * Finds numbers such as -9999 or 99.99 that instruments write for "no value": they repeat, at an end of the finite values in
 * ascending order, and lie farther from all others than those lie from each other. Null when there is none.
 */
export function sentinelsOf(sorted: Float64Array): Sentinels | null {
  let candidates = candidatesIn(sorted);
  while (candidates.length > 0) {
    const below = candidates.filter(({ isLow }) => isLow).reduce((sum, { count }) => sum + count, 0);
    const above = candidates.filter(({ isLow }) => !isLow).reduce((sum, { count }) => sum + count, 0);
    const others = sorted.subarray(below, sorted.length - above);
    // The innermost of each end is asked first: if it is a value, those behind it are compared with it.
    const wrong = candidates.findLast((one) => !isApart(one, others));
    if (!wrong) return { found: candidates.map(({ value, count }) => ({ value, count })), others };
    candidates = candidates
      .slice(0, candidates.indexOf(wrong))
      .concat(candidates.slice(candidates.indexOf(wrong) + 1).filter(({ isLow }) => isLow !== wrong.isLow));
  }
  return null;
}

interface Candidate extends Sentinel {
  readonly isLow: boolean;
}

/** What looks so, from the outside in, first at the low end and then at the high one. */
function candidatesIn(sorted: Float64Array): Candidate[] {
  const found: Candidate[] = [];
  let from = 0;
  let to = sorted.length;
  for (const isLow of [true, false])
    for (let many = 0; many < MAX_SENTINELS && from < to; many++) {
      const value = sorted[isLow ? from : to - 1]!; // from < to
      if (!looksLikeNoValue(value)) break;
      let count = 1;
      while (from + count < to && sorted[isLow ? from + count : to - 1 - count] === value) count++;
      if (count < MIN_REPEATS) break;
      found.push({ value, count, isLow });
      if (isLow) from += count;
      else to -= count;
    }
  return found;
}

function isApart({ value, count, isLow }: Candidate, others: Float64Array): boolean {
  if (others.length < MIN_OTHERS) return false;
  const least = others[0]!;
  const most = others[others.length - 1]!;
  if (SHORT_NINES.test(String(value)) && least < 0) return false;
  const gap = isLow ? least - value : value - most;
  if (gap > most - least) return true;
  const beyond = Math.ceil(others.length * SHARE_OF_EXTREMES);
  const core = others[others.length - 1 - beyond]! - others[beyond]!;
  return count >= MIN_REPEATS_BESIDE_EXTREME && others.length > 2 * beyond + MIN_OTHERS && gap > TIMES_AS_FAR * core;
}

function looksLikeNoValue(value: number): boolean {
  const written = String(value);
  if (Math.abs(value) >= LEAST_FILL || LIMITS_OF_INTEGERS.has(value)) return true;
  return ONLY_NINES.test(written) || OTHER_MARKS.test(written) || SHORT_NINES.test(written);
}
