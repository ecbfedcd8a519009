/** Some steps in a row that have something in common. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/** No run is known to end sooner than this makes it end: so often is the next step like this one, even where it never was. */
const MIN_SHARE = 0.1;
/** The longest of the others, beside one's own. */
const THIRD = 3;

/** -log10 of how many runs that go on for so many steps are expected by chance; `own` is its length among those of its kind. */
export type RunLaw = (goesOn: number, own: number) => number;

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
    if (longest.length > THIRD && length <= longest[THIRD]!) continue; // more than three
    longest.push(length);
    longest.sort((one, other) => other - one).splice(THIRD + 1);
  }
  return (goesOn, own) => {
    const third = longest[own >= (longest[THIRD - 1] ?? 0) ? THIRD : THIRD - 1] ?? 0;
    const ofLong = third > 0 ? (3 / steps) ** (1 / third) : 0;
    const others = all - own;
    const share = Math.max(MIN_SHARE, others > 0 ? (going - Math.max(0, own - 1) + 1) / (others + 2) : 0, ofLong);
    return -goesOn * Math.log10(Math.min(share, 1 - 1e-9)) - Math.log10(steps);
  };
}
