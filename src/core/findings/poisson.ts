/** Beyond this nothing more is learned; it keeps evidence finite. */
const MOST_EVIDENCE = 300;

/** -log10 of the probability of at most `count` where `mean` are expected. */
export function fewEvidence(count: number, mean: number): number {
  if (!(mean > count)) return 0;
  // The largest term is the last; each before it is smaller by k / mean.
  let term = 1;
  let sum = 1;
  for (let k = Math.floor(count); k >= 1 && term > 1e-17 * sum; k--) {
    term *= k / mean;
    sum += term;
  }
  let log = Math.floor(count) * Math.log(mean) - mean + Math.log(sum);
  for (let k = 2; k <= count; k++) log -= Math.log(k);
  return Math.min(MOST_EVIDENCE, Math.max(0, -log / Math.LN10));
}

/** The probability of at most `count` where `mean` are expected. */
export function poissonAtMost(count: number, mean: number): number {
  let term = Math.exp(-mean);
  let sum = term;
  for (let k = 1; k <= count; k++) {
    term *= mean / k;
    sum += term;
  }
  return Math.min(1, sum);
}

/** -log10 of the probability that the product of so many uniform numbers is as small as that of these, given by their evidence. */
export function togetherEvidence(each: readonly number[]): number {
  const log = each.reduce((sum, one) => sum + one, 0) * Math.LN10;
  let term = 1;
  let sum = 1;
  for (let i = 1; i < each.length; i++) {
    term *= log / i;
    sum += term;
  }
  return Math.min(MOST_EVIDENCE, Math.max(0, (log - Math.log(sum)) / Math.LN10));
}
