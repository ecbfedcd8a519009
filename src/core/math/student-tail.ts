import { logGamma } from "./log-gamma";

const MIN_DIVISOR = 1e-300;
const RELATIVE_TOLERANCE = 1e-12;
const MAX_TERMS = 500;
/** From here on Student's t is taken for the normal distribution. */
const NORMAL_FREEDOM = 1000;

/**
 * -log10 of the probability that |T| >= |t| under Student's t with `freedom` > 0 degrees of freedom (Infinity: normal).
 * Kept as a logarithm, because what matters here lies far below the smallest number.
 */
export function studentEvidence(t: number, freedom: number): number {
  const z = Math.abs(t);
  if (!(z > 0)) return 0;
  if (freedom >= NORMAL_FREEDOM) return normalEvidence(z);
  const x = freedom / (freedom + z * z);
  return -logIncompleteBeta(x, freedom / 2, 0.5) / Math.LN10;
}

/** Where |T| is beyond with this probability (0 to 1). */
export function studentQuantile(probability: number, freedom: number): number {
  const wanted = -Math.log10(probability);
  let low = 0;
  let high = 1;
  while (studentEvidence(high, freedom) < wanted && high < 1e12) high *= 2;
  for (let halving = 0; halving < 60; halving++) {
    const middle = (low + high) / 2;
    if (studentEvidence(middle, freedom) < wanted) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Two-sided, by the continued fraction of Mills' ratio far out and by the incomplete beta function near the middle. */
function normalEvidence(z: number): number {
  if (z < 3) return -logIncompleteBeta(1e7 / (1e7 + z * z), 5e6, 0.5) / Math.LN10;
  let fraction = z;
  for (let term = 60; term >= 1; term--) fraction = z + term / fraction;
  const log = -0.5 * z * z - 0.5 * Math.log(2 * Math.PI) - Math.log(fraction) + Math.LN2;
  return -log / Math.LN10;
}

/** The logarithm of the regularised incomplete beta function (DiDonato & Morris 1992, by Lentz's method). */
export function logIncompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return -Infinity;
  if (x >= 1) return 0;
  const front = a * Math.log(x) + b * Math.log1p(-x) - (logGamma(a) + logGamma(b) - logGamma(a + b));
  if (x < (a + 1) / (a + b + 2)) return front + Math.log(betaFraction(x, a, b) / a);
  return Math.log1p(-Math.exp(front) * (betaFraction(1 - x, b, a) / b));
}

function betaFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / notZero(1 - ((a + b) * x) / (a + 1));
  let product = d;
  for (let m = 1; m < MAX_TERMS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / notZero(1 + even * d);
    c = notZero(1 + even / c);
    product *= c * d;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / notZero(1 + odd * d);
    c = notZero(1 + odd / c);
    product *= c * d;
    if (Math.abs(c * d - 1) < RELATIVE_TOLERANCE) break;
  }
  return product;
}

function notZero(value: number): number {
  return Math.abs(value) < MIN_DIVISOR ? MIN_DIVISOR : value;
}
