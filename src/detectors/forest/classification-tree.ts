/**
 * All trees of a forest, node after node. An inner node's children stand side by side: `child` is the left
 * one, for x <= threshold, and `child + 1` the right one. A leaf has feature -1.
 */
export interface VotingForest {
  /** First node of each tree. */
  readonly roots: Uint32Array;
  readonly feature: Int32Array;
  readonly threshold: Float32Array;
  readonly child: Uint32Array;
  /** Share of made-up rows among those that fell into the node. */
  readonly vote: Float32Array;
}

export interface GrowLimits {
  /** Features tried at each split. */
  readonly tried: number;
  readonly deepest: number;
  readonly leastInLeaf: number;
}

/** Grows classification trees (CART, Breiman et al. 1984) that tell real rows from made-up ones, by Gini impurity. */
export class VotingForestBuilder {
  private readonly roots: number[] = [];
  private readonly feature: number[] = [];
  private readonly threshold: number[] = [];
  private readonly child: number[] = [];
  private readonly vote: number[] = [];
  private readonly order: Uint32Array;
  private readonly buffer: Uint32Array;
  private readonly features: Uint32Array;
  private keys: Uint32Array = new Uint32Array(0);
  private named: Uint32Array = new Uint32Array(0);

  /**
   * `real` rows in every tree, and `made` made-up ones, or of another second class; `width` features, which may be others
   * in every tree.
   */
  constructor(
    private readonly real: number,
    private readonly width: number,
    private readonly limits: GrowLimits,
    private readonly random: () => number,
    made = real,
  ) {
    this.order = new Uint32Array(real + made);
    this.buffer = new Uint32Array(real + made);
    this.features = Uint32Array.from({ length: width }, (_, i) => i);
  }

  /** Adds a tree grown on `values`: the real rows, one after the other, then the made-up ones, of these `features`. */
  addTree(values: Float32Array, features: Uint32Array): void {
    this.named = features;
    this.keys = sortableKeys(values);
    for (let row = 0; row < this.order.length; row++) this.order[row] = row;
    this.roots.push(this.feature.length);
    this.grow(this.addNodes(1), 0, this.order.length, 0);
  }

  forest(): VotingForest {
    return {
      roots: Uint32Array.from(this.roots),
      feature: Int32Array.from(this.feature),
      threshold: Float32Array.from(this.threshold),
      child: Uint32Array.from(this.child),
      vote: Float32Array.from(this.vote),
    };
  }

  private addNodes(count: number): number {
    const first = this.feature.length;
    for (let i = 0; i < count; i++) {
      this.feature.push(-1);
      this.threshold.push(0);
      this.child.push(0);
      this.vote.push(0);
    }
    return first;
  }

  private grow(node: number, from: number, to: number, depth: number): void {
    let made = 0;
    for (let i = from; i < to; i++) if (this.order[i]! >= this.real) made++; // i < rows
    this.vote[node] = made / (to - from);
    const { deepest, leastInLeaf } = this.limits;
    if (depth >= deepest || to - from < 2 * leastInLeaf || made === 0 || made === to - from) return;
    const split = this.bestSplit(from, to, made);
    if (!split) return;
    const middle = this.partition(from, to, split.feature, split.lastLeft);
    const left = this.addNodes(2);
    this.feature[node] = this.named[split.feature]!; // one of `width`
    this.threshold[node] = thresholdBetween(split.lastLeft, split.firstRight);
    this.child[node] = left;
    this.grow(left, from, middle, depth + 1);
    this.grow(left + 1, middle, to, depth + 1);
  }

  /** The purest split among the features tried; features that do not vary here are drawn but not counted. */
  private bestSplit(
    from: number,
    to: number,
    made: number,
  ): { feature: number; lastLeft: number; firstRight: number } | null {
    const rows = to - from;
    let best: { feature: number; lastLeft: number; firstRight: number } | null = null;
    // No split at all has this purity: a split must be purer.
    let purest = (made * made + (rows - made) ** 2) / rows + 1e-9;
    let tried = 0;
    for (let left = this.width; left > 0 && tried < this.limits.tried;) {
      const at = Math.floor(this.random() * left);
      const feature = this.features[at]!; // at < left <= width
      left--;
      this.features[at] = this.features[left]!; // left < width
      this.features[left] = feature;
      const sorted = this.sortedKeys(from, to, feature);
      if (sorted[0]! >>> 1 === sorted[rows - 1]! >>> 1) continue; // rows > 0
      tried++;
      let madeLeft = 0;
      for (let i = 0; i < rows - 1; i++) {
        const key = sorted[i]!; // i < rows
        madeLeft += key & 1;
        const next = sorted[i + 1]!; // i + 1 < rows
        const onLeft = i + 1;
        const onRight = rows - onLeft;
        if (key >>> 1 === next >>> 1) continue;
        if (onLeft < this.limits.leastInLeaf || onRight < this.limits.leastInLeaf) continue;
        const realLeft = onLeft - madeLeft;
        const madeRight = made - madeLeft;
        const realRight = onRight - madeRight;
        const purity =
          (madeLeft * madeLeft + realLeft * realLeft) / onLeft +
          (madeRight * madeRight + realRight * realRight) / onRight;
        if (purity <= purest) continue;
        purest = purity;
        best = { feature, lastLeft: key | 1, firstRight: next & ~1 };
      }
    }
    return best;
  }

  /** The keys of one feature in ascending order; the lowest bit says whether the row is made up. */
  private sortedKeys(from: number, to: number, feature: number): Uint32Array {
    for (let i = from; i < to; i++) {
      const row = this.order[i]!; // i < rows
      const key = this.keys[row * this.width + feature]!; // a row of the table
      this.buffer[i - from] = row >= this.real ? key | 1 : key & ~1;
    }
    return this.buffer.subarray(0, to - from).sort();
  }

  /** Puts rows whose key is at most `lastLeft` first; returns where the others begin. */
  private partition(from: number, to: number, feature: number, lastLeft: number): number {
    const last = lastLeft >>> 0;
    let middle = from;
    for (let i = from; i < to; i++) {
      const row = this.order[i]!; // i < rows
      if (this.keys[row * this.width + feature]! > last) continue; // a row of the table
      this.order[i] = this.order[middle]!; // middle <= i
      this.order[middle++] = row;
    }
    return middle;
  }
}

/** The bits of each number, turned so that they ascend as the numbers do. -0 counts as 0. */
function sortableKeys(values: Float32Array): Uint32Array {
  const positive = values.map((value) => value + 0);
  const bits = new Uint32Array(positive.buffer, positive.byteOffset, positive.length);
  return bits.map((bit) => (bit >>> 31 ? ~bit : bit | 0x80000000));
}

const oneNumber = new Float32Array(1);
const itsBits = new Uint32Array(oneNumber.buffer);

function numberOf(key: number): number {
  itsBits[0] = key >>> 31 ? key & 0x7fffffff : ~key;
  return oneNumber[0]!; // there is one
}

/** A number at or above the last on the left and below the first on the right, in the middle where there is room. */
function thresholdBetween(lastLeft: number, firstRight: number): number {
  const low = numberOf(lastLeft);
  const high = numberOf(firstRight);
  const middle = Math.fround(low / 2 + high / 2);
  return middle >= low && middle < high ? middle : low;
}
