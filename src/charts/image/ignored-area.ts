import { IGNORE_GRID } from "../../core/kinds/images-kind";

/** Places to ignore while they are painted: 1 per ignored cell [IGNORE_GRID, IGNORE_GRID]. */
export type IgnoredArea = Uint8Array<ArrayBuffer>;

/** A place in an image, in shares of its square. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export function areaOfCells(cells: readonly number[]): IgnoredArea {
  const area = new Uint8Array(IGNORE_GRID * IGNORE_GRID);
  for (const cell of cells) if (cell >= 0 && cell < area.length) area[cell] = 1;
  return area;
}

/** The ignored cells, ascending. */
export function cellsOfArea(area: IgnoredArea): readonly number[] {
  return [...area.keys()].filter((cell) => area[cell] === 1);
}

/** The area after a stroke of a round brush (radius in shares) from one place to another; the cells under it are painted or erased. */
export function brushed(area: IgnoredArea, from: Place, to: Place, radius: number, paints: boolean): IgnoredArea {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  return changed(area, paints, (x, y) => {
    const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - from.x) * dx + (y - from.y) * dy) / length));
    return Math.hypot(x - from.x - along * dx, y - from.y - along * dy) <= radius;
  });
}

/** The area with a rectangle painted or erased: the cells whose middle lies in it. */
export function withRectangle(
  area: IgnoredArea,
  { left, top, width, height }: Rectangle,
  paints: boolean,
): IgnoredArea {
  return changed(area, paints, (x, y) => x >= left && x < left + width && y >= top && y < top + height);
}

/** The area and a border along all four edges, its width a share of the side. */
export function withBorder(area: IgnoredArea, width: number): IgnoredArea {
  return changed(area, true, (x, y) => Math.min(x, y, 1 - x, 1 - y) < width);
}

function changed(area: IgnoredArea, paints: boolean, holds: (x: number, y: number) => boolean): IgnoredArea {
  const value = paints ? 1 : 0;
  return area.map((before, cell) => {
    const x = ((cell % IGNORE_GRID) + 0.5) / IGNORE_GRID;
    const y = (Math.floor(cell / IGNORE_GRID) + 0.5) / IGNORE_GRID;
    return holds(x, y) ? value : before;
  });
}
