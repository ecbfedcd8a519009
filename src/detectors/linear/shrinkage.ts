import type { Ellipsoid } from "./ellipsoid";
import type { PrincipalAxes } from "./principal-axes";

/** From this many rows per column on, the sample covariance is trusted as it is. */
const MIN_TRUSTED_ROWS_PER_COLUMN = 2;

/** Too few rows for their covariance to be inverted: it would find every row equally far. */
export function tooFewRows({ count, unit }: PrincipalAxes): boolean {
  return count < MIN_TRUSTED_ROWS_PER_COLUMN * unit.reduce((varying, length) => varying + (length > 0 ? 1 : 0), 0);
}

/** The ellipsoid of the covariance as it was found; directions without variance are left out (the pseudo-inverse). */
export function ellipsoidOf(found: PrincipalAxes): Ellipsoid {
  return { ...found, inverse: found.variances.map((variance) => 1 / variance), beyond: 0 };
}

/**
 * The ellipsoid of the covariance shrunk towards equal, uncorrelated directions, by the amount that is best on
 * average (Ledoit & Wolf 2004). Returns that amount too, 0 to 1.
 */
export function shrunkEllipsoid(found: PrincipalAxes): { model: Ellipsoid; amount: number } {
  const { variances, count, fourth, unit } = found;
  const columns = unit.reduce((varying, length) => varying + (length > 0 ? 1 : 0), 0);
  const total = variances.reduce((sum, variance) => sum + variance, 0);
  const squares = variances.reduce((sum, variance) => sum + variance * variance, 0);
  const level = columns > 0 ? total / columns : 0;
  const apart = squares - level * total;
  const noise = Math.max(0, fourth - squares) / Math.max(1, count);
  const amount = apart > 0 ? Math.min(1, noise / apart) : 1;
  const floor = amount * level;
  return {
    model: {
      ...found,
      inverse: variances.map((variance) => 1 / ((1 - amount) * variance + floor)),
      beyond: floor > 0 ? 1 / floor : 0,
    },
    amount,
  };
}
