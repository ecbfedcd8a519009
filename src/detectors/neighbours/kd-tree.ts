import type { SamplesBase } from "../../core/detect/samples-base";

/**
 * Rows in the order of a balanced k-d tree (Friedman, Bentley & Finkel 1977): plain data. Node i has the children
 * 2i + 1 and 2i + 2, holds the rows `from[i]` to `to[i]`, and knows the box that encloses them.
 */
export interface KdTree {
  readonly width: number;
  readonly count: number;
  /** The rows one after the other, those of a leaf together. */
  readonly values: Float32Array;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** For each node the least value of every feature, then the largest. */
  readonly boxes: Float32Array;
  /** The first node that is a leaf. */
  readonly firstLeaf: number;
}

/** Rows in a leaf: with vector instructions, scanning some hundred is faster than deciding about them. */
const ROWS_PER_LEAF = 256;
/** Rows handled between two yields. */
const ROWS_PER_YIELD = 20_000;

/** Builds the tree over all `samples`, halving the rows at the median of the feature with the widest range. */
export async function kdTreeOf(samples: SamplesBase, yieldToEvents: () => Promise<void>): Promise<KdTree> {
  const { count, width } = samples;
  const values = samples.block(0, count);
  const levels = Math.max(0, Math.ceil(Math.log2(count / ROWS_PER_LEAF)));
  const nodes = 2 ** (levels + 1) - 1;
  const firstLeaf = 2 ** levels - 1;
  const from = new Uint32Array(nodes);
  const to = new Uint32Array(nodes);
  const boxes = new Float32Array(nodes * 2 * width);
  const order = Uint32Array.from({ length: count }, (_, row) => row);
  const keys = new Float32Array(count);
  to[0] = count;
  let since = 0;
  for (let node = 0; node < nodes; node++) {
    const [start, end] = [from[node]!, to[node]!]; // node < nodes
    const widest = enclose(values, width, order.subarray(start, end), boxes.subarray(node * 2 * width));
    if (node < firstLeaf) {
      const middle = (start + end) >>> 1;
      for (let at = start; at < end; at++) keys[at] = values[order[at]! * width + widest]!; // at < count
      selectBy(keys, order, middle, start, end - 1);
      const child = 2 * node + 1;
      from[child] = start;
      to[child] = from[child + 1] = middle;
      to[child + 1] = end;
    }
    since += end - start;
    if (since < ROWS_PER_YIELD) continue;
    since = 0;
    await yieldToEvents();
  }
  const sorted = new Float32Array(count * width);
  for (let at = 0; at < count; at++)
    for (let j = 0, row = order[at]! * width; j < width; j++) sorted[at * width + j] = values[row + j]!; // at < count
  return { width, count, values: sorted, from, to, boxes, firstLeaf };
}

/** Writes the box around `rows` and returns the feature of the widest range. */
function enclose(values: Float32Array, width: number, rows: Uint32Array, box: Float32Array): number {
  for (let j = 0; j < width; j++) {
    box[j] = Infinity;
    box[width + j] = -Infinity;
  }
  for (const row of rows)
    for (let j = 0, at = row * width; j < width; j++, at++) {
      const value = values[at]!; // the row exists
      if (value < box[j]!) box[j] = value; // j < width
      if (value > box[width + j]!) box[width + j] = value; // two numbers for each feature
    }
  let [widest, range] = [0, -1];
  for (let j = 0; j < width; j++) {
    const own = box[width + j]! - box[j]!; // j < width
    if (own > range) [widest, range] = [j, own];
  }
  return widest;
}

/** Reorders keys and order together so that nothing before `middle` is larger and nothing behind smaller (Hoare 1961). */
function selectBy(keys: Float32Array, order: Uint32Array, middle: number, left: number, right: number): void {
  while (right > left) {
    const pivot = medianOfThree(keys[left]!, keys[(left + right) >>> 1]!, keys[right]!); // all within
    let i = left;
    let j = right;
    while (i <= j) {
      while (keys[i]! < pivot) i++;
      while (keys[j]! > pivot) j--;
      if (i > j) break;
      const [key, row] = [keys[i]!, order[i]!]; // i <= j within
      keys[i] = keys[j]!;
      order[i++] = order[j]!;
      keys[j] = key;
      order[j--] = row;
    }
    if (middle <= j) right = j;
    else if (middle >= i) left = i;
    else return;
  }
}

function medianOfThree(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}
