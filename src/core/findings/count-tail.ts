import { logGamma } from "../math/log-gamma";

/** How counts spread: a negative binomial, whose variance is mean + dispersion * mean^2. */
export interface CountTail {
  readonly mean: number;
  readonly dispersion: number;
  /** Of hurdle counts, the share that is not 0, and then the distribution is one of counts from 1 on. Null: of all counts. */
  readonly present: number | null;
  /** What every count has at least; the distribution is one of what comes on top. */
  readonly least: number;
}

/** Counts above this quantile are only known to be above: what is strange must not widen what is usual. */
const BULK_SHARE = 0.9;
/** Twice the logarithm of how much less likely a dispersion may be than the likeliest and still be believed. */
const MAX_DOUBT = 2.71;
const TRIED_DISPERSIONS = [0, 0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.75, 1, 1.5, 2, 3, 4, 6, 9, 14, 20];
const MIN_PRESENT = 30;
const HALVING_COUNT = 40;
const MOST_EVIDENCE = 300;

/**
 * The tails of counts: the likeliest negative binomial of those up to their .9 quantile, with the widest dispersion that they
 * still allow. Where 0 may be of its own, a second one of the counts from 1 on; where all have some, one of what comes on top
 * of that. All of them have to be sure.
 */
export function countTailsOf(counts: readonly number[]): CountTail[] {
  const present = counts.filter((count) => count > 0);
  const tails = [fitted(counts, 0, null)];
  const least = counts.reduce((low, count) => Math.min(low, count), Infinity);
  if (least > 0 && Number.isFinite(least))
    tails.push({
      ...fitted(
        counts.map((count) => count - least),
        0,
        null,
      ),
      least,
    });
  if (present.length >= MIN_PRESENT && present.length < counts.length)
    tails.push(fitted(present, 1, present.length / counts.length));
  return tails;
}

/** -log10 of the probability of a count as high, or as low, whichever is rarer among these; for both sides. */
export function countEvidence(tails: readonly CountTail[], count: number): number {
  return Math.min(
    ...tails.map((tail) => Math.max(0, evidenceOf(tail, Math.max(0, count - tail.least)) - Math.log10(2))),
  );
}

function evidenceOf({ mean, dispersion, present }: CountTail, count: number): number {
  if (present !== null && count === 0) return 0;
  const least = present === null ? 0 : 1;
  const among = present === null ? 0 : Math.log(-Math.expm1(logMass(0, mean, dispersion))) - Math.log(present);
  const log = (count >= mean ? logAbove(count, mean, dispersion) : logBelow(count, least, mean, dispersion)) - among;
  return Math.min(MOST_EVIDENCE, Math.max(0, -log / Math.LN10));
}

function fitted(counts: readonly number[], least: number, present: number | null): CountTail {
  const sorted = Float64Array.from(counts).sort();
  const cut = sorted[Math.floor(BULK_SHARE * (sorted.length - 1))] ?? least;
  const tally = new Map<number, number>();
  let above = 0;
  for (const count of sorted) {
    if (count > cut) above++;
    else tally.set(count, (tally.get(count) ?? 0) + 1);
  }
  const fits = TRIED_DISPERSIONS.map((dispersion) => {
    const likelihoodAt = (mean: number) => likelihood(tally, above, cut, least, mean, dispersion);
    const mean = likeliest(likelihoodAt, 0.001, 2 * cut + 2);
    return { mean, dispersion, likelihood: likelihoodAt(mean) };
  });
  const best = Math.max(...fits.map((one) => one.likelihood));
  const { mean, dispersion } = fits.findLast((one) => 2 * (best - one.likelihood) <= MAX_DOUBT) ?? fits[0]!; // one at least
  return { mean, dispersion, present, least: 0 };
}

/** The logarithm of how likely the counts are, those above the cut known only to be so. */
function likelihood(
  tally: ReadonlyMap<number, number>,
  above: number,
  cut: number,
  least: number,
  mean: number,
  dispersion: number,
): number {
  let sum = 0;
  let known = 0;
  const masses: number[] = [];
  for (let count = 0; count <= cut; count++) {
    masses.push(logMass(count, mean, dispersion));
    if (count >= least) known += Math.exp(masses[count]!); // just put there
  }
  const all = least === 0 ? 1 : -Math.expm1(masses[0]!); // 0 <= cut
  for (const [count, times] of tally) sum += times * masses[count]!; // at most the cut
  if (above > 0) sum += above * Math.log(Math.max(1e-300, all - known));
  return (
    sum - (above + [...tally.values()].reduce((total, times) => total + times, 0)) * Math.log(Math.max(1e-300, all))
  );
}

/** Where a function with one hill is highest, on a scale of ratios. */
function likeliest(of: (mean: number) => number, from: number, to: number): number {
  let [low, high] = [Math.log(from), Math.log(to)];
  for (let i = 0; i < HALVING_COUNT; i++) {
    const [a, b] = [low + (high - low) / 3, high - (high - low) / 3];
    if (of(Math.exp(a)) < of(Math.exp(b))) low = a;
    else high = b;
  }
  return Math.exp((low + high) / 2);
}

function logMass(count: number, mean: number, dispersion: number): number {
  if (dispersion === 0) return count * Math.log(mean) - mean - logGamma(count + 1);
  const size = 1 / dispersion;
  return (
    logGamma(count + size) -
    logGamma(size) -
    logGamma(count + 1) -
    size * Math.log1p(mean * dispersion) +
    count * Math.log((mean * dispersion) / (1 + mean * dispersion))
  );
}

/** The logarithm of the probability of at least `count`, which lies above the mean: terms fall from the first on. */
function logAbove(count: number, mean: number, dispersion: number): number {
  const share = (mean * dispersion) / (1 + mean * dispersion);
  let term = 1;
  let sum = 1;
  for (let k = count; term > 1e-12 * sum && k < count + 1e6; k++) {
    term *= dispersion === 0 ? mean / (k + 1) : ((k + 1 / dispersion) / (k + 1)) * share;
    sum += term;
  }
  return Math.min(0, logMass(count, mean, dispersion) + Math.log(sum));
}

function logBelow(count: number, least: number, mean: number, dispersion: number): number {
  let sum = 0;
  for (let k = least; k <= count; k++) sum += Math.exp(logMass(k, mean, dispersion));
  return Math.min(0, Math.log(Math.max(1e-300, sum)));
}
