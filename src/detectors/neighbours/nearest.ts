import type { KdTree } from "./kd-tree";
import { createLeafFilter } from "./leaf-filter";

/** The nearest rows found, in no order; valid until the next search. */
export interface Found {
  /** How many of the entries count. */
  count: number;
  readonly squares: Float64Array;
  /** Positions in the tree's `values`. */
  readonly rows: Int32Array;
}

export interface NearestSearch {
  readonly found: Found;
  /** Finds the rows nearest to the one that begins at `start`; returns how many numbers of rows it looked at. */
  nearest(values: Float32Array, start: number): number;
  /** The same among the rows that differ from it. */
  nearestOthers(values: Float32Array, start: number): number;
}

/**
 * Searches the `size` nearest rows of the tree by Euclidean distance, exactly: nearer boxes first, and none that lies
 * farther than the worst row kept. With many features few boxes can be left out; what remains is a scan, leaf by
 * leaf, that gives up on a row as soon as it is too far. For `many` searches the leaves are laid out once for vector
 * instructions; the results are the same to the last bit.
 */
export function createNearestSearch(tree: KdTree, size: number, many = false): NearestSearch {
  const { width, values, from, to, boxes, firstLeaf } = tree;
  const squares = new Float64Array(size);
  const rows = new Int32Array(size);
  const found: Found = { count: 0, squares, rows };
  const query = new Float64Array(width);
  const whole = width - (width % 4);
  const filter = many ? createLeafFilter(tree) : null;
  let filters = false;
  let worst = Infinity;
  let looked = 0;
  let skipsEqual = false;

  /** The farthest row kept lies on top of the heap. */
  const keep = (square: number, row: number): void => {
    if (skipsEqual && square === 0) return;
    let at: number;
    if (found.count < size) {
      at = found.count++;
      while (at > 0) {
        const parent = (at - 1) >> 1;
        if (squares[parent]! >= square) break; // parents come before
        squares[at] = squares[parent]!; // parents come before
        rows[at] = rows[parent]!; // parents come before
        at = parent;
      }
    } else {
      at = 0;
      for (let child = 1; child < size; child = 2 * at + 1) {
        if (child + 1 < size && squares[child + 1]! > squares[child]!) child++; // below size
        if (squares[child]! <= square) break; // child < size
        squares[at] = squares[child]!; // child < size
        rows[at] = rows[child]!; // child < size
        at = child;
      }
    }
    squares[at] = square;
    rows[at] = row;
    if (found.count === size) worst = squares[0]!; // size >= 1
  };

  const scan = (leaf: number): void => {
    const end = to[leaf]!; // leaves are nodes
    const first = from[leaf]!; // leaves are nodes
    looked += end - first;
    let limit = worst;
    for (let row = first, at = first * width; row < end; row++, at += width) {
      let sum = 0;
      let j = 0;
      for (; j < whole; j += 4) {
        const a = values[at + j]! - query[j]!; // `width` numbers of both, and so below
        const b = values[at + j + 1]! - query[j + 1]!;
        const c = values[at + j + 2]! - query[j + 2]!;
        const d = values[at + j + 3]! - query[j + 3]!;
        sum = sum + a * a + b * b + c * c + d * d;
        if (sum >= limit) break;
      }
      if (sum >= limit) continue;
      for (; j < width; j++) {
        const gap = values[at + j]! - query[j]!;
        sum += gap * gap;
      }
      if (sum >= limit) continue;
      keep(sum, row);
      limit = worst;
    }
  };

  /** The same for the rows that the filter lets through. */
  const scanFew = (leaf: number): void => {
    const first = from[leaf]!; // leaves are nodes
    looked += to[leaf]! - first; // leaves are nodes
    const count = filter!.near(leaf, worst); // called only where there is one
    for (let i = 0; i < count; i++) {
      const row = first + filter!.positions[i]!; // only called where there is a filter; i < count
      let sum = 0;
      for (let j = 0, at = row * width; j < width; j++, at++) {
        const gap = values[at]! - query[j]!; // `width` numbers of both
        sum += gap * gap;
      }
      if (sum < worst) keep(sum, row);
    }
  };

  const squareTo = (node: number): number => {
    const low = node * 2 * width;
    let sum = 0;
    for (let j = 0; j < width; j++) {
      const value = query[j]!; // j < width
      const under = boxes[low + j]! - value; // the box has two numbers for each feature
      const over = value - boxes[low + width + j]!; // two numbers for each feature
      const gap = under > 0 ? under : over > 0 ? over : 0;
      sum += gap * gap;
      if (sum >= worst) return sum;
    }
    return sum;
  };

  const visit = (node: number): void => {
    if (node >= firstLeaf) return filters ? scanFew(node) : scan(node);
    const left = 2 * node + 1;
    const toLeft = squareTo(left);
    const toRight = squareTo(left + 1);
    const [near, far, toNear, toFar] =
      toLeft <= toRight ? [left, left + 1, toLeft, toRight] : [left + 1, left, toRight, toLeft];
    if (toNear < worst) visit(near);
    if (toFar < worst) visit(far);
  };

  const search = (some: Float32Array, start: number): number => {
    for (let j = 0; j < width; j++) query[j] = some[start + j]!; // a row of `width` numbers
    filters = filter?.aim(query) ?? false;
    found.count = 0;
    worst = Infinity;
    looked = 0;
    visit(0);
    return looked * width;
  };

  return {
    found,
    nearest: search,
    nearestOthers(some, start) {
      skipsEqual = true;
      const work = search(some, start);
      skipsEqual = false;
      return work;
    },
  };
}

/**
 * Removes one entry from `found`, so that a fitted row is not its own neighbour: the row `own` when it is among them,
 * else one at distance 0, else, when there are more than `wanted`, the farthest.
 */
export function withoutItself(found: Found, wanted: number, own = -1): void {
  const { squares, rows } = found;
  let drop = -1;
  for (let at = 0; at < found.count; at++) {
    if (rows[at] === own) {
      drop = at;
      break;
    }
    if (squares[at] === 0) drop = at;
  }
  if (drop < 0 && found.count > wanted) drop = 0;
  if (drop < 0) return;
  const last = --found.count;
  squares[drop] = squares[last]!; // last < count before
  rows[drop] = rows[last]!; // last < count before
}

/** The position of a row of the tree that equals the one beginning at `start`; -1 when there is none. */
export function equalRow(tree: KdTree, some: Float32Array, start: number, node = 0): number {
  const { width, values, from, to, boxes, firstLeaf } = tree;
  const low = node * 2 * width;
  for (let j = 0; j < width; j++) {
    const value = some[start + j]!; // a row of `width` numbers
    if (value < boxes[low + j]! || value > boxes[low + width + j]!) return -1; // two numbers for each feature
  }
  if (node < firstLeaf) {
    const left = equalRow(tree, some, start, 2 * node + 1);
    return left >= 0 ? left : equalRow(tree, some, start, 2 * node + 2);
  }
  for (let row = from[node]!, end = to[node]!; row < end; row++) {
    let j = 0;
    while (j < width && values[row * width + j] === some[start + j]) j++;
    if (j === width) return row;
  }
  return -1;
}
