import type { KdTree } from "./kd-tree";
import { createSimdKernel } from "./simd-kernel";

/** Finds the rows of a leaf that may be near enough; some that are not can be among them. */
export interface LeafFilter {
  /** Sets the row to compare with; false when its values are too large for 32 bits. */
  aim(query: Float64Array): boolean;
  /** How many rows of the leaf have a squared distance below `bound`, or hardly above. */
  near(leaf: number, bound: number): number;
  /** Their positions, counted from the leaf's first row, ascending. */
  readonly positions: Int32Array;
}

const ROWS_PER_GROUP = 8;
const BYTES_PER_NUMBER = 4;
/** Squares of larger values summed over many features would overflow 32 bits. */
const MAX_VALUE = 1e15;
/** Squares below are not exact in 32 bits, so no bound is set lower. */
const MIN_SQUARED_BOUND = 1e-30;

/** A filter by vector instructions; null where there are none, or where values are too large for it. */
export function createLeafFilter(tree: KdTree): LeafFilter | null {
  const { width, values, from, to, firstLeaf } = tree;
  if (values.some((value) => Math.abs(value) > MAX_VALUE)) return null;
  const leaves = from.length - firstLeaf;
  const addresses = new Uint32Array(leaves);
  const groups = new Uint32Array(leaves);
  let [end, most] = [0, 0];
  for (let leaf = 0; leaf < leaves; leaf++) {
    const rows = to[firstLeaf + leaf]! - from[firstLeaf + leaf]!; // leaves are the last nodes
    groups[leaf] = Math.ceil(rows / ROWS_PER_GROUP);
    addresses[leaf] = end * BYTES_PER_NUMBER;
    end += groups[leaf]! * ROWS_PER_GROUP * width; // leaf < leaves
    most = Math.max(most, groups[leaf]! * ROWS_PER_GROUP); // leaf < leaves
  }
  const kernel = createSimdKernel((end + width + most) * BYTES_PER_NUMBER);
  if (!kernel) return null;
  const { buffer } = kernel.memory;
  const laid = new Float32Array(buffer, 0, end).fill(Number.NaN);
  for (let leaf = 0; leaf < leaves; leaf++) {
    const first = from[firstLeaf + leaf]!; // leaves are nodes
    for (let row = first; row < to[firstLeaf + leaf]!; row++) {
      const at = row - first;
      const start = addresses[leaf]! / BYTES_PER_NUMBER + (at - (at % ROWS_PER_GROUP)) * width + (at % ROWS_PER_GROUP); // leaf < leaves
      for (let j = 0; j < width; j++) laid[start + j * ROWS_PER_GROUP] = values[row * width + j]!; // a row of `width` numbers
    }
  }
  const query = new Float32Array(buffer, end * BYTES_PER_NUMBER, width);
  const out = (end + width) * BYTES_PER_NUMBER;
  // Every operation in 32 bits may err by half of 2^-23 of its result.
  const slack = 1 + (width + 8) * 2 ** -22;
  return {
    positions: new Int32Array(buffer, out, most),
    aim(some) {
      for (let j = 0; j < width; j++) {
        const value = some[j]!; // `width` numbers
        if (!(Math.abs(value) <= MAX_VALUE)) return false;
        query[j] = value;
      }
      return true;
    },
    near(leaf, bound) {
      const own = leaf - firstLeaf;
      const limit = Math.max(bound, MIN_SQUARED_BOUND) * slack;
      return kernel.scan(end * BYTES_PER_NUMBER, addresses[own]!, groups[own]!, width, limit, out); // a leaf of the tree
    },
  };
}
