import { sampleIndices } from "../../core/math/random";

/** Regression trees over binned inputs, node after node; a leaf has feature -1. Children stand side by side. */
export interface BinnedForest {
  readonly roots: Uint32Array;
  readonly feature: Int16Array;
  /** Bins up to this one go left. */
  readonly cut: Uint8Array;
  readonly child: Uint32Array;
  readonly mean: Float32Array;
}

/** Inputs by feature, each a bin per row. */
export type Bins = readonly Uint8Array[];

export interface ForestPlan {
  /** Rows that no tree of a fold sees are those that it is asked about. */
  readonly folds: number;
  readonly treesPerFold: number;
  readonly rowsPerTree: number;
  readonly leaf: number;
  readonly depth: number;
}

/** More bins tell little more, and 256 fit into a byte. */
export const BINS = 32;

/** The fold of a row of the table: the same whatever rows are beside it. */
export function foldOf(row: number, folds: number): number {
  return (Math.imul(row + 1, 0x9e3779b1) >>> 16) % folds;
}

/**
 * Grows regression trees (CART, Breiman et al. 1984; a forest, Breiman 2001) for `targets` over binned inputs; tree t
 * learns from rows outside of fold t mod `folds`, so that every row is asked of trees that never saw it.
 */
export function growForest(
  bins: Bins,
  targets: Float64Array,
  folds: Uint8Array,
  plan: ForestPlan,
  random: () => number,
): BinnedForest {
  const nodes: Record<"feature" | "cut" | "child" | "mean", number[]> = { feature: [], cut: [], child: [], mean: [] };
  const roots: number[] = [];
  const outside = Array.from({ length: plan.folds }, (_, fold) => {
    const rows: number[] = [];
    folds.forEach((own, row) => {
      if (own !== fold && Number.isFinite(targets[row])) rows.push(row);
    });
    return rows;
  });
  const tried = Math.max(1, Math.ceil(bins.length / 2));
  for (let tree = 0; tree < plan.folds * plan.treesPerFold; tree++) {
    const from = outside[tree % plan.folds]!; // one for each fold
    const rows = sampleIndices(from.length, plan.rowsPerTree, random).map((at) => from[at]!); // places in it
    roots.push(nodes.feature.length);
    addNode();
    grow(roots.at(-1)!, rows, 0); // just pushed
  }
  return {
    roots: Uint32Array.from(roots),
    feature: Int16Array.from(nodes.feature),
    cut: Uint8Array.from(nodes.cut),
    child: Uint32Array.from(nodes.child),
    mean: Float32Array.from(nodes.mean),
  };

  function addNode(): number {
    nodes.feature.push(-1);
    nodes.cut.push(0);
    nodes.child.push(0);
    return nodes.mean.push(0) - 1;
  }

  function grow(node: number, rows: Uint32Array, depth: number): void {
    let total = 0;
    for (const row of rows) total += targets[row]!; // rows of the table
    nodes.mean[node] = rows.length === 0 ? 0 : total / rows.length;
    if (depth >= plan.depth || rows.length < 2 * plan.leaf) return;
    const split = bestSplit(rows, total);
    if (!split) return;
    const own = bins[split.feature]!; // a feature that was tried
    nodes.feature[node] = split.feature;
    nodes.cut[node] = split.cut;
    const left = addNode();
    addNode();
    nodes.child[node] = left;
    const goesLeft = (row: number) => own[row]! <= split.cut; // rows of the table
    grow(left, rows.filter(goesLeft), depth + 1);
    grow(
      left + 1,
      rows.filter((row) => !goesLeft(row)),
      depth + 1,
    );
  }

  function bestSplit(rows: Uint32Array, total: number): { feature: number; cut: number } | null {
    let best: { feature: number; cut: number } | null = null;
    let most = (total * total) / rows.length + 1e-9;
    const sums = new Float64Array(BINS);
    const counts = new Uint32Array(BINS);
    for (const feature of sampleIndices(bins.length, tried, random)) {
      sums.fill(0);
      counts.fill(0);
      const own = bins[feature]!; // one of them
      for (const row of rows) {
        const bin = own[row]!; // rows of the table
        sums[bin] = sums[bin]! + targets[row]!;
        counts[bin] = counts[bin]! + 1;
      }
      let sum = 0;
      let count = 0;
      for (let cut = 0; cut < BINS - 1; cut++) {
        sum += sums[cut]!; // cut < BINS
        count += counts[cut]!;
        const right = rows.length - count;
        if (count < plan.leaf || right < plan.leaf) continue;
        const gain = (sum * sum) / count + (total - sum) ** 2 / right;
        if (gain <= most) continue;
        most = gain;
        best = { feature, cut };
      }
    }
    return best;
  }
}

/** What the trees of a fold expect of a row whose bins `binOf` tells. */
export function forestExpects(
  { roots, feature, cut, child, mean }: BinnedForest,
  fold: number,
  folds: number,
  binOf: (feature: number) => number,
): number {
  let sum = 0;
  let trees = 0;
  for (let tree = fold; tree < roots.length; tree += folds) {
    let node = roots[tree]!; // tree < length
    for (let split = feature[node]!; split >= 0; split = feature[node]!)
      node = child[node]! + (binOf(split) > cut[node]! ? 1 : 0); // nodes of the tree
    sum += mean[node]!;
    trees++;
  }
  return trees === 0 ? 0 : sum / trees;
}

/** Edges between bins that hold about as many of the values each; NaN and what lies below all goes to the first. */
export function edgesOf(sorted: Float64Array): Float64Array {
  const edges: number[] = [];
  for (let bin = 1; bin < BINS; bin++) {
    const edge = sorted[Math.floor((bin * sorted.length) / BINS)];
    if (edge !== undefined && edge > (edges.at(-1) ?? -Infinity)) edges.push(edge);
  }
  return Float64Array.from(edges);
}

/** The bin of a value: how many edges it reaches. */
export function binOf(edges: Float64Array, value: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (edges[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
