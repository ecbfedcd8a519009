import { studentEvidence } from "../../core/math/student-tail";

/** Some steps in a row that have something in common. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/** No run is known to end sooner than this makes it end: so often is the next step like this one, even where it never was. */
const MIN_SHARE = 0.1;
/** The longest of the others, beside one's own. */
const RUNS_BESIDE = 3;

/** From so many stays on it shows how long they last. */
const MIN_STAYS = 10;
/** What is believed of how stays spread, by ratio, before any was seen, and how many of them that counts as. */
const PRIOR_SPREAD = Math.LN2;
const PRIOR_STAYS = 3;

/**
 * -log10 of how many runs that go on for so many steps are expected by chance; `own` is its length among those of its kind,
 * `elsewhere` the longest runs of other kinds that tell how long one may be.
 */
export type RunLaw = (goesOn: number, own: number, elsewhere?: readonly number[]) => number;

/**
 * What is usual of runs of these lengths in so many steps. How often a run goes on is learned from all others of its kind:
 * from their steps, and so that the longest but two of them are no surprise, for runs come in lengths of many kinds.
 * Linear, and each run is then asked at no cost.
 */
export function runLawOf(lengths: readonly number[], steps: number): RunLaw {
  let [going, all] = [0, 0];
  const longest: number[] = [];
  for (const length of lengths) {
    going += Math.max(0, length - 1);
    all += length;
    if (longest.length > RUNS_BESIDE && length <= longest[RUNS_BESIDE]!) continue; // more than three
    longest.push(length);
    longest.sort((one, other) => other - one).splice(RUNS_BESIDE + 1);
  }
  return (goesOn, own, elsewhere = []) => {
    const ofOthers = longest.toSpliced(longest.indexOf(own) < 0 ? RUNS_BESIDE : longest.indexOf(own), 1);
    const third = [...ofOthers, ...elsewhere].sort((one, other) => other - one)[RUNS_BESIDE - 1] ?? 0;
    const ofLong = third > 0 ? (3 / steps) ** (1 / third) : 0;
    const others = all - own;
    const share = Math.max(MIN_SHARE, others > 0 ? (going - Math.max(0, own - 1) + 1) / (others + 2) : 0, ofLong);
    return -goesOn * Math.log10(Math.min(share, 1 - 1e-9)) - Math.log10(steps);
  };
}

/**
 * Tells of one of these lengths -log10 of how many as long are expected beside the others of two steps or more, where these
 * spread by ratio: what is coarsely measured or moves slowly stays long here and short there. Infinity where too few tell.
 */
export function stayLawOf(lengths: readonly number[]): (own: number) => number {
  let [stays, logs, squares] = [0, 0, 0];
  for (const length of lengths) {
    if (length < 2) continue;
    stays++;
    logs += Math.log(length);
    squares += Math.log(length) ** 2;
  }
  return (own) => {
    const count = stays - 1;
    if (own < 2 || count < MIN_STAYS) return Infinity;
    const log = Math.log(own);
    const mean = (logs - log) / count;
    const freedom = count - 1 + PRIOR_STAYS;
    const spread = Math.max(0, squares - log ** 2 - count * mean ** 2) + PRIOR_STAYS * PRIOR_SPREAD ** 2;
    const far = (log - mean) / Math.sqrt(spread / freedom);
    return far > 0 ? studentEvidence(far, freedom) - Math.log10(count) : 0;
  };
}
