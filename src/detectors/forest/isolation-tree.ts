/**
 * All trees of a forest, node after node. An inner node's children stand side by side: `child` is the left
 * one, for x <= threshold, and `child + 1` the right one. A leaf has feature -1.
 */
export interface IsolationForest {
  /** First node of each tree. */
  readonly roots: Uint32Array;
  readonly feature: Int32Array;
  readonly threshold: Float32Array;
  readonly child: Uint32Array;
  /**
   * Leaf: its depth + c(rows that ended there). Inner node: the mean of that over the rows that passed,
   * which is what a row that reached this node may expect.
   */
  readonly path: Float32Array;
  readonly width: number;
  /** c of the subsample: the mean path length that scores are compared with. */
  readonly usual: number;
}

/** Mean path length of an unsuccessful search in a binary search tree of `count` rows: c(n) of the paper. */
export function usualPath(count: number): number {
  if (count <= 1) return 0;
  if (count === 2) return 1;
  return 2 * (Math.log(count - 1) + 0.5772156649015329) - (2 * (count - 1)) / count;
}

/** Grows trees one after the other into shared arrays. */
export class ForestBuilder {
  private readonly feature: Int32Array;
  private readonly threshold: Float32Array;
  private readonly child: Uint32Array;
  private readonly path: Float32Array;
  private readonly roots: number[] = [];
  private readonly features: Uint32Array;
  private readonly rows: Uint32Array;
  private readonly heightLimit: number;
  private nodes = 0;

  constructor(
    trees: number,
    private readonly subsample: number,
    private readonly width: number,
    private readonly random: () => number,
  ) {
    this.heightLimit = Math.ceil(Math.log2(Math.max(2, subsample)));
    const most = trees * (2 * subsample - 1);
    this.feature = new Int32Array(most);
    this.threshold = new Float32Array(most);
    this.child = new Uint32Array(most);
    this.path = new Float32Array(most);
    this.features = Uint32Array.from({ length: width }, (_, i) => i);
    this.rows = new Uint32Array(subsample);
  }

  /** Adds a tree grown on `values`, the rows of one subsample laid out one after the other. */
  addTree(values: Float32Array): void {
    for (let row = 0; row < this.subsample; row++) this.rows[row] = row;
    this.roots.push(this.nodes);
    this.grow(this.nodes++, values, 0, this.subsample, 0, this.width);
  }

  forest(): IsolationForest {
    return {
      roots: Uint32Array.from(this.roots),
      feature: this.feature.slice(0, this.nodes),
      threshold: this.threshold.slice(0, this.nodes),
      child: this.child.slice(0, this.nodes),
      path: this.path.slice(0, this.nodes),
      width: this.width,
      usual: usualPath(this.subsample),
    };
  }

  /** Rows `from` to `to` of this tree's order fall into `node`; only the first `varying` features may still vary there. */
  private grow(node: number, values: Float32Array, from: number, to: number, depth: number, varying: number): number {
    const split = depth < this.heightLimit && to - from > 1 ? this.drawSplit(values, from, to, varying) : null;
    if (!split) {
      this.feature[node] = -1;
      return (this.path[node] = depth + usualPath(to - from));
    }
    const middle = this.partition(values, from, to, split.feature, split.threshold);
    const left = this.nodes;
    this.nodes += 2;
    this.feature[node] = split.feature;
    this.threshold[node] = split.threshold;
    this.child[node] = left;
    const leftPath = this.grow(left, values, from, middle, depth + 1, split.varying);
    const rightPath = this.grow(left + 1, values, middle, to, depth + 1, split.varying);
    return (this.path[node] = (leftPath * (middle - from) + rightPath * (to - middle)) / (to - from));
  }

  /** A random feature that varies among the rows and a random value in its range; null when none varies. */
  private drawSplit(
    values: Float32Array,
    from: number,
    to: number,
    varying: number,
  ): { feature: number; threshold: number; varying: number } | null {
    let left = varying;
    while (left > 0) {
      const at = Math.floor(this.random() * left);
      const feature = this.features[at]!; // at < left <= width
      let low = Infinity;
      let high = -Infinity;
      for (let i = from; i < to; i++) {
        const value = values[this.rows[i]! * this.width + feature]!; // i < subsample
        if (value < low) low = value;
        if (value > high) high = value;
      }
      if (low < high) {
        const drawn = Math.fround(low + this.random() * (high - low));
        // Rounded to the precision of the data it may reach the top, and all rows would go left.
        return { feature, threshold: drawn < high ? drawn : low, varying: left };
      }
      // A feature that is constant here is constant below too: it moves behind those that may vary.
      left--;
      this.features[at] = this.features[left]!; // left < width
      this.features[left] = feature;
    }
    return null;
  }

  /** Puts rows with x <= threshold first; returns where the others begin. */
  private partition(values: Float32Array, from: number, to: number, feature: number, threshold: number): number {
    let middle = from;
    for (let i = from; i < to; i++) {
      const row = this.rows[i]!; // i < subsample
      if (values[row * this.width + feature]! > threshold) continue;
      this.rows[i] = this.rows[middle]!; // middle <= i
      this.rows[middle++] = row;
    }
    return middle;
  }
}
