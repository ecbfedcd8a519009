/** Part of an image, in shares (0 to 1) of the square that detectors see. */
export interface Region {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface StrongRegion extends Region {
  /** Share of all that is above `from` on the map. */
  readonly share: number;
}

/** The places side by side (also across corners) that reach `from` and together stand out most; null where none does. */
export function strongestRegion(map: Float32Array, side: number, from: number): StrongRegion | null {
  const seen = new Uint8Array(map.length);
  let best: { excess: number; cells: readonly number[] } | null = null;
  let all = 0;
  for (let start = 0; start < map.length; start++) {
    if (seen[start] || map[start]! < from) continue; // start < length
    const cells = [start];
    let excess = 0;
    seen[start] = 1;
    for (let next = 0; next < cells.length; next++) {
      const cell = cells[next]!; // next < length
      // A place just at the border counts a little.
      excess += map[cell]! - from + Number.EPSILON;
      for (const near of around(cell, side))
        if (!seen[near] && map[near]! >= from) {
          seen[near] = 1;
          cells.push(near);
        }
    }
    all += excess;
    if (!best || excess > best.excess) best = { excess, cells };
  }
  if (!best) return null;
  const columns = best.cells.map((cell) => cell % side);
  const rows = best.cells.map((cell) => Math.floor(cell / side));
  const [left, right] = [Math.min(...columns), Math.max(...columns)];
  const [top, bottom] = [Math.min(...rows), Math.max(...rows)];
  return {
    left: left / side,
    top: top / side,
    width: (right - left + 1) / side,
    height: (bottom - top + 1) / side,
    share: best.excess / all,
  };
}

function around(cell: number, side: number): number[] {
  const [row, column] = [Math.floor(cell / side), cell % side];
  const near: number[] = [];
  for (let y = Math.max(0, row - 1); y <= Math.min(side - 1, row + 1); y++)
    for (let x = Math.max(0, column - 1); x <= Math.min(side - 1, column + 1); x++) near.push(y * side + x);
  return near;
}

export type Place =
  | "upper-left"
  | "upper-middle"
  | "upper-right"
  | "middle-left"
  | "middle"
  | "middle-right"
  | "lower-left"
  | "lower-middle"
  | "lower-right"
  | "everywhere";

/** Where a box lies, in thirds of the square; "everywhere" where it covers more than half of it. */
export function placeOfBox({ left, top, width, height }: Region): Place {
  if (width * height > 0.5) return "everywhere";
  const third = (at: number) => Math.min(2, Math.floor(3 * at));
  const places = [
    ["upper-left", "upper-middle", "upper-right"],
    ["middle-left", "middle", "middle-right"],
    ["lower-left", "lower-middle", "lower-right"],
  ] as const;
  return places[third(top + height / 2)]![third(left + width / 2)]!; // three by three
}
