import type { HeatMap } from "./contour";

/** What a map says in figures. */
export interface HeatFigures {
  readonly peak: number;
  /** Where the peak lies: the middle of its cell, in shares of the square. */
  readonly x: number;
  readonly y: number;
  /** Share of the square at or above the threshold. */
  readonly above: number;
}

export function figuresOf({ height, width, values }: HeatMap, threshold: number): HeatFigures {
  let at = 0;
  let above = 0;
  for (let cell = 0; cell < values.length; cell++) {
    if ((values[cell] ?? 0) > (values[at] ?? 0)) at = cell;
    if ((values[cell] ?? 0) >= threshold) above += 1;
  }
  return {
    peak: values[at] ?? 0,
    x: ((at % width) + 0.5) / width,
    y: (Math.floor(at / width) + 0.5) / height,
    above: values.length === 0 ? 0 : above / values.length,
  };
}

/** The heat at a place given in shares of the square. */
export function heatAt(
  { height, width, values }: HeatMap,
  { x, y }: { readonly x: number; readonly y: number },
): number {
  const cell = (share: number, count: number) => Math.min(count - 1, Math.max(0, Math.floor(share * count)));
  return values[cell(y, height) * width + cell(x, width)] ?? 0;
}

const thirds = ["start", "middle", "end"] as const;
type Third = (typeof thirds)[number];

/** In which ninth of the square a place lies, as the key of its name, such as "start-end": from the top, then from the left. */
export function ninthAt({ x, y }: { readonly x: number; readonly y: number }): `${Third}-${Third}` {
  const third = (share: number): Third => thirds[Math.min(2, Math.max(0, Math.floor(share * 3)))] ?? "middle";
  return `${third(y)}-${third(x)}`;
}

/** How far an image is from another of its size: mean of the channels per pixel, 0 to 1. Both RGBA. */
export function differenceOf(one: Uint8ClampedArray, other: Uint8ClampedArray): Float32Array {
  const apart = (at: number) => Math.abs((one[at] ?? 0) - (other[at] ?? 0));
  return Float32Array.from(
    { length: one.length / 4 },
    (_, pixel) => (apart(pixel * 4) + apart(pixel * 4 + 1) + apart(pixel * 4 + 2)) / (3 * 255),
  );
}
