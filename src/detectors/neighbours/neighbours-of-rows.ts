import type { Part } from "../../core/detect/part";
import type { Range } from "../../core/detect/ranges";
import { matrixSamples } from "../../core/detect/samples";
import type { KdTree } from "./kd-tree";
import { createNearestSearch, withoutItself, type NearestSearch } from "./nearest";
import { searchRows } from "./search-rows";

/** The nearest others of rows of a tree, as many places a row as are wanted. */
export interface NeighboursOfRows {
  readonly rows: Int32Array;
  readonly distances: Float64Array;
  /** How many of a row's places count. */
  readonly counts: Uint32Array;
  /** How far the farthest lies. */
  readonly reach: Float64Array;
}

/** Searches the neighbours of a range of a tree's own rows. */
export const neighboursOfRows: Part<{ readonly tree: KdTree; readonly neighbours: number }, Range, NeighboursOfRows> = {
  id: "neighbours-of-rows",
  async run({ tree, neighbours }, { from, to }, checkpoint) {
    const { width, values } = tree;
    const count = to - from;
    const rows = new Int32Array(count * neighbours);
    const distances = new Float64Array(count * neighbours);
    const counts = new Uint32Array(count);
    const reach = new Float64Array(count);
    const search = createNearestSearch(tree, Math.min(tree.count, neighbours + 1), true);
    const reachOf = reachOfCopies(tree, neighbours);
    const own = matrixSamples(values.subarray(from * width, to * width), new Array<string>(width).fill(""));
    await searchRows(own, { checkpoint }, (_, __, at) => {
      const row = from + at;
      const work = search.nearest(values, row * width);
      const { found } = search;
      withoutItself(found, neighbours, row);
      counts[at] = found.count;
      for (let one = 0, place = at * neighbours; one < found.count; one++, place++) {
        rows[place] = found.rows[one]!; // one < count
        distances[place] = Math.sqrt(found.squares[one]!); // one < count
        reach[at] = Math.max(reach[at]!, distances[place]!); // at < count
      }
      if (reach[at] !== 0 || found.count === 0) return work + neighbours;
      const others = reachOf(row);
      reach[at] = others.reach;
      return work + neighbours + others.work;
    });
    return { rows, distances, counts, reach };
  },
};

/** The reach of a row whose neighbours all equal it: to the farthest of as many that differ. Copies share what one has found. */
function reachOfCopies(tree: KdTree, neighbours: number) {
  const { values, width } = tree;
  let search: NearestSearch | null = null;
  const known = new Map<string, number>();
  return (row: number): { readonly reach: number; readonly work: number } => {
    const key = values.subarray(row * width, (row + 1) * width).join();
    const before = known.get(key);
    if (before !== undefined) return { reach: before, work: width };
    search ??= createNearestSearch(tree, neighbours);
    const work = search.nearestOthers(values, row * width);
    const { count, squares } = search.found;
    const reach = Math.sqrt(squares.subarray(0, count).reduce((most, square) => Math.max(most, square), 0));
    known.set(key, reach);
    return { reach, work };
  };
}
