/** Some steps in a row that have something in common. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/** No run is known to end sooner than this makes it end: so often is the next step like this one, even where it never was. */
const MIN_SHARE = 0.1;

/**
 * -log10 of how many runs as long are expected in so many steps by chance. How often a run goes on is learned from all
 * others of its kind: from their steps, and so that the longest but two of them are no surprise, for runs come in lengths
 * of many kinds.
 */
export function runEvidence(length: number, others: readonly number[], steps: number): number {
  const going = others.reduce((sum, one) => sum + Math.max(0, one - 1), 0);
  const all = others.reduce((sum, one) => sum + one, 0);
  const third = others.toSorted((one, other) => other - one)[2] ?? 0;
  const ofLong = third > 0 ? (3 / steps) ** (1 / third) : 0;
  const share = Math.max(MIN_SHARE, all > 0 ? (going + 1) / (all + 2) : 0, ofLong);
  return -length * Math.log10(Math.min(share, 1 - 1e-9)) - Math.log10(steps);
}
