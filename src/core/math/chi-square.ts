import { logGamma } from "./log-gamma";

const MIN_DIVISOR = 1e-300;
const RELATIVE_TOLERANCE = 1e-14;
/** The series and the fraction both need about the square root of the degrees of freedom. */
const MAX_TERMS = 10_000;

/** Probability that a chi-square variable with `freedom` > 0 degrees of freedom is at most `value`. */
export function chiSquareBelow(value: number, freedom: number): number {
  if (!(value > 0)) return 0;
  const a = freedom / 2;
  const x = value / 2;
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  return x < a + 1 ? front * seriesOf(a, x) : 1 - front * fractionOf(a, x);
}

/** The value that a chi-square variable with `freedom` > 0 degrees of freedom stays below with `probability` in (0, 1). */
export function chiSquareQuantile(probability: number, freedom: number): number {
  let low = 0;
  let high = freedom + 10;
  while (chiSquareBelow(high, freedom) < probability) high *= 2;
  for (let halving = 0; halving < 200 && high - low > 1e-13 * high; halving++) {
    const middle = (low + high) / 2;
    if (chiSquareBelow(middle, freedom) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The lower incomplete gamma function over x^a e^-x, by its power series: good for x below a + 1. */
function seriesOf(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n < MAX_TERMS && term > RELATIVE_TOLERANCE * sum; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

/** The upper one by its continued fraction (Lentz's method): good for x above a + 1. */
function fractionOf(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / MIN_DIVISOR;
  let d = 1 / b;
  let product = d;
  for (let n = 1; n < MAX_TERMS; n++) {
    const numerator = -n * (n - a);
    b += 2;
    d = 1 / notZero(numerator * d + b);
    c = notZero(b + numerator / c);
    product *= c * d;
    if (Math.abs(c * d - 1) < RELATIVE_TOLERANCE) break;
  }
  return product;
}

function notZero(value: number): number {
  return Math.abs(value) < MIN_DIVISOR ? MIN_DIVISOR : value;
}
