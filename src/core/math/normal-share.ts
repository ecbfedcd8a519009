/** The share of a normal distribution below `z`, to 15 digits: Hart, J. F. (1968) as given by West, G. (2005). */
export function normalShareBelow(z: number): number {
  const size = Math.abs(z);
  if (size > 37) return z > 0 ? 1 : 0;
  const density = Math.exp((-size * size) / 2);
  const tail =
    size < MIN_FAR_SIZE
      ? (density * along(NUMERATOR, size)) / along(DENOMINATOR, size)
      : density / (farDivisor(size) * ROOT);
  return z > 0 ? 1 - tail : tail;
}

const MIN_FAR_SIZE = 7.07106781186547;
const ROOT = Math.sqrt(2 * Math.PI);

const NUMERATOR = [
  3.52624965998911e-2, 0.700383064443688, 6.37396220353165, 33.912866078383, 112.079291497871, 221.213596169931,
  220.206867912376,
];
const DENOMINATOR = [
  8.83883476483184e-2, 1.75566716318264, 16.064177579207, 86.7807322029461, 296.564248779674, 637.333633378831,
  793.826512519948, 440.413735824752,
];

function along(coefficients: readonly number[], x: number): number {
  return coefficients.reduce((sum, one) => sum * x + one, 0);
}

function farDivisor(size: number): number {
  return [4, 3, 2, 1].reduce((sum, term) => size + term / sum, size + 0.65);
}
