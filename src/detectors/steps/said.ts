const DIGITS = 4;
/** A number as it is said: no more digits than matter. */
export function said(value: number): number {
  return Number(value.toPrecision(DIGITS));
}
