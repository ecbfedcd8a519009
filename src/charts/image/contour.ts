/** A map of heat: cells row after row. */
export interface HeatMap {
  readonly height: number;
  readonly width: number;
  readonly values: Float32Array;
}

/**
 * The line along which a map crosses `level`, as an SVG path over a square of 100: marching squares between the middles
 * of the cells; outside of the map all is below, so that the line closes at its edges.
 */
export function contourOf({ height, width, values }: HeatMap, level: number): string {
  const at = (row: number, column: number) =>
    row < 0 || column < 0 || row >= height || column >= width ? -Infinity : (values[row * width + column] ?? 0);
  const x = (column: number) => round((Math.min(Math.max(column + 0.5, 0), width) / width) * 100);
  const y = (row: number) => round((Math.min(Math.max(row + 0.5, 0), height) / height) * 100);
  /** Where between two neighbours the level lies; half way to what is outside. */
  const along = (from: number, to: number) => (Number.isFinite(from - to) ? (level - from) / (to - from) : 0.5);

  const parts: string[] = [];
  for (let row = -1; row < height; row++)
    for (let column = -1; column < width; column++) {
      const a = at(row, column);
      const b = at(row, column + 1);
      const c = at(row + 1, column + 1);
      const d = at(row + 1, column);
      const corners = (a >= level ? 1 : 0) | (b >= level ? 2 : 0) | (c >= level ? 4 : 0) | (d >= level ? 8 : 0);
      if (corners === 0 || corners === 15) continue;
      const sides = {
        top: () => `${x(column + along(a, b))} ${y(row)}`,
        right: () => `${x(column + 1)} ${y(row + along(b, c))}`,
        bottom: () => `${x(column + along(d, c))} ${y(row + 1)}`,
        left: () => `${x(column)} ${y(row + along(a, d))}`,
      };
      for (const [from, to] of crossings[corners] ?? []) parts.push(`M${sides[from]()}L${sides[to]()}`);
    }
  return parts.join("");
}

type Side = "top" | "right" | "bottom" | "left";

/** By which of the four corners (1, 2, 4, 8 clockwise from the upper left) are above: between which sides the line runs. */
const crossings: Readonly<Record<number, readonly (readonly [Side, Side])[]>> = {
  1: [["left", "top"]],
  2: [["top", "right"]],
  3: [["left", "right"]],
  4: [["right", "bottom"]],
  5: [
    ["left", "top"],
    ["right", "bottom"],
  ],
  6: [["top", "bottom"]],
  7: [["left", "bottom"]],
  8: [["bottom", "left"]],
  9: [["top", "bottom"]],
  10: [
    ["top", "right"],
    ["bottom", "left"],
  ],
  11: [["right", "bottom"]],
  12: [["left", "right"]],
  13: [["top", "right"]],
  14: [["left", "top"]],
};

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
