/** Points sorted into square cells of the unit plane, for finding the one under the pointer. Plain data. */
export interface GridIndex {
  readonly cells: number;
  /** Where each cell begins in `items`; one more than there are cells. */
  readonly starts: Uint32Array;
  readonly items: Uint32Array;
}

/** Index of positions `x`, `y` (0 to 1); points with NaN are left out. */
export function gridIndexOf(x: Float64Array, y: Float64Array): GridIndex {
  const cells = Math.max(1, Math.min(256, Math.round(Math.sqrt(x.length / 4))));
  const cellOf = (at: number) => {
    const column = Math.floor((x[at] ?? NaN) * cells);
    const row = Math.floor((y[at] ?? NaN) * cells);
    if (Number.isNaN(column + row)) return -1;
    return clamp(row, cells) * cells + clamp(column, cells);
  };
  const starts = new Uint32Array(cells * cells + 1);
  for (let at = 0; at < x.length; at++) {
    const cell = cellOf(at);
    if (cell >= 0) starts[cell + 1] = (starts[cell + 1] ?? 0) + 1;
  }
  for (let cell = 1; cell < starts.length; cell++) starts[cell] = (starts[cell] ?? 0) + (starts[cell - 1] ?? 0);
  const items = new Uint32Array(starts[cells * cells] ?? 0);
  const next = starts.slice();
  for (let at = 0; at < x.length; at++) {
    const cell = cellOf(at);
    if (cell < 0) continue;
    items[next[cell] ?? 0] = at;
    next[cell] = (next[cell] ?? 0) + 1;
  }
  return { cells, starts, items };
}

/**
 * The point nearest to (`px`, `py`) within the radii (`rx`, `ry`), all positions; -1 if there is none.
 * Of points equally near the first wins, and any with an index below `first` wins over any other.
 */
export function nearestPoint(
  grid: GridIndex,
  x: Float64Array,
  y: Float64Array,
  px: number,
  py: number,
  rx: number,
  ry: number,
  first: number,
): number {
  const { cells, starts, items } = grid;
  let best = -1;
  let bestDistance = 1;
  const lastRow = clamp(Math.floor((py + ry) * cells), cells);
  const lastColumn = clamp(Math.floor((px + rx) * cells), cells);
  for (let row = clamp(Math.floor((py - ry) * cells), cells); row <= lastRow; row++)
    for (let column = clamp(Math.floor((px - rx) * cells), cells); column <= lastColumn; column++) {
      const cell = row * cells + column;
      for (let slot = starts[cell] ?? 0; slot < (starts[cell + 1] ?? 0); slot++) {
        const at = items[slot] ?? 0;
        const distance = (((x[at] ?? 0) - px) / rx) ** 2 + (((y[at] ?? 0) - py) / ry) ** 2;
        if (distance > 1) continue;
        const preferred = at < first;
        const holdsPreferred = best >= 0 && best < first;
        if (best < 0 || (preferred && !holdsPreferred) || (preferred === holdsPreferred && isNearer(distance, at))) {
          best = at;
          bestDistance = distance;
        }
      }
    }
  return best;

  function isNearer(distance: number, at: number): boolean {
    return distance < bestDistance || (distance === bestDistance && at < best);
  }
}

function clamp(index: number, cells: number): number {
  return Math.max(0, Math.min(cells - 1, index));
}
