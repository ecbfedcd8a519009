/**
 * Where a surface crosses a level, as the path of an SVG in a square of side 1, y downwards: marching squares over the
 * middles of its places (Lorensen & Cline 1987, in the plane), each crossing placed by linear interpolation.
 *
 * @param surface side x side, rows from below
 */
export function levelLine(surface: Float64Array, side: number, level: number): string {
  const at = (x: number, y: number) => surface[y * side + x]!; // a place
  const pieces: string[] = [];
  for (let y = 0; y + 1 < side; y++) {
    for (let x = 0; x + 1 < side; x++) {
      const crossed = crossingsOf([at(x, y), at(x + 1, y), at(x + 1, y + 1), at(x, y + 1)], level);
      for (let one = 0; one + 1 < crossed.length; one += 2)
        pieces.push(`M${pointOf(crossed[one]!, x, y, side)}L${pointOf(crossed[one + 1]!, x, y, side)}`); // pairs
    }
  }
  return pieces.join("");
}

/** A place on an edge of a cell: which of the four, from its first corner, and how far along. */
interface Crossing {
  readonly edge: number;
  readonly along: number;
}

/** In the order of the edges; of four, a line each for the first two and the last two: a saddle. */
function crossingsOf(corners: readonly number[], level: number): Crossing[] {
  return corners.flatMap((from, edge) => {
    const to = corners[(edge + 1) % 4]!; // four corners
    if (from >= level === to >= level) return [];
    return [{ edge, along: (level - from) / (to - from) }];
  });
}

const CORNERS = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
] as const;

function pointOf({ edge, along }: Crossing, x: number, y: number, side: number): string {
  const [from, to] = [CORNERS[edge]!, CORNERS[(edge + 1) % 4]!]; // four edges
  const place = (axis: 0 | 1) => (axis === 0 ? x : y) + 0.5 + from[axis] + along * (to[axis] - from[axis]);
  return `${(place(0) / side).toFixed(4)} ${(1 - place(1) / side).toFixed(4)}`;
}
