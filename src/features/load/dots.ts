export interface Dot {
  readonly x: number;
  readonly y: number;
}

/** Many dots as one path of strokes without length: drawn round by `stroke-linecap`. */
export function dotsPath(dots: readonly Dot[]): string {
  return dots.map(({ x, y }) => `M${round(x)} ${round(y)}h0`).join("");
}

/** Diamonds of the given half width: strange points differ in shape, not by colour alone. */
export function diamondsPath(dots: readonly Dot[], half: number): string {
  return dots
    .map(({ x, y }) => `M${round(x)} ${round(y - half)}l${half} ${half}l${-half} ${half}l${-half} ${-half}z`)
    .join("");
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
