import { sampleIndices } from "../../core/math/random";

/** Regression trees over binned inputs, node after node. */
export interface BinnedForest {
  readonly roots: Uint32Array;
  /**
   * One number a node, so that a step down a tree reads one: the input that splits it (8 bits; LEAF where none does), the
   * bin up to which rows go left (8 bits), and how far behind the root its children stand, side by side (16 bits).
   */
  readonly nodes: Uint32Array;
  readonly mean: Float32Array;
}

const LEAF = 255;

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
  const nodes: number[] = [];
  const means: number[] = [];
  const roots: number[] = [];
  let root = 0;
  const outside = Array.from({ length: plan.folds }, (_, fold) => {
    const rows: number[] = [];
    folds.forEach((own, row) => {
      if (own !== fold && Number.isFinite(targets[row])) rows.push(row);
    });
    return rows;
  });
  const tried = Math.max(1, Math.ceil(bins.length / 2));
  const sums = new Float64Array(BINS);
  const counts = new Uint32Array(BINS);
  for (let tree = 0; tree < plan.folds * plan.treesPerFold; tree++) {
    const from = outside[tree % plan.folds]!; // one for each fold
    const rows = sampleIndices(from.length, plan.rowsPerTree, random).map((at) => from[at]!); // places in it
    root = addNode();
    roots.push(root);
    grow(root, rows, 0);
  }
  return { roots: Uint32Array.from(roots), nodes: Uint32Array.from(nodes), mean: Float32Array.from(means) };

  function addNode(): number {
    means.push(0);
    return nodes.push(LEAF << 24) - 1;
  }

  function grow(node: number, rows: Uint32Array, depth: number): void {
    let total = 0;
    for (const row of rows) total += targets[row]!; // rows of the table
    means[node] = rows.length === 0 ? 0 : total / rows.length;
    if (depth >= plan.depth || rows.length < 2 * plan.leaf) return;
    const split = bestSplit(rows, total);
    if (!split) return;
    const [left, right] = parted(rows, bins[split.feature]!, split); // a feature that was tried
    const child = addNode();
    addNode();
    nodes[node] = (split.feature << 24) | (split.cut << 16) | (child - root);
    grow(child, left, depth + 1);
    grow(child + 1, right, depth + 1);
  }

  function bestSplit(rows: Uint32Array, total: number): Split | null {
    let best: Split | null = null;
    let most = (total * total) / rows.length + 1e-9;
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
        best = { feature, cut, count };
      }
    }
    return best;
  }
}

/** Rows whose bin is at most `cut` go left: `count` of them. */
interface Split {
  readonly feature: number;
  readonly cut: number;
  readonly count: number;
}

function parted(rows: Uint32Array, own: Uint8Array, { cut, count }: Split): [Uint32Array, Uint32Array] {
  const left = new Uint32Array(count);
  const right = new Uint32Array(rows.length - count);
  let [toLeft, toRight] = [0, 0];
  for (const row of rows)
    if (own[row]! <= cut)
      left[toLeft++] = row; // rows of the table
    else right[toRight++] = row;
  return [left, right];
}

/** What the trees expect of rows with these bins, each row by those that never saw its fold, and how far these differ. */
export function forestExpects(
  { roots, nodes, mean }: BinnedForest,
  inputs: Bins,
  folds: Uint8Array,
  foldCount: number,
): { readonly means: Float64Array; readonly deviations: Float64Array } {
  const width = inputs.length;
  const bins = new Uint8Array(width * folds.length); // row by row: one stretch of memory for each
  inputs.forEach((own, at) => {
    for (let row = 0; row < own.length; row++) bins[row * width + at] = own[row]!; // row < length
  });
  const means = new Float64Array(folds.length);
  const deviations = new Float64Array(folds.length);
  for (let fold = 0; fold < foldCount; fold++) {
    const rows = Uint32Array.from(folds.keys()).filter((row) => folds[row] === fold);
    let trees = 0;
    // Tree by tree: its nodes stay near the processor.
    for (let tree = fold; tree < roots.length; tree += foldCount, trees++) {
      const root = roots[tree]!; // tree < length
      for (const row of rows) {
        let at = root;
        let node = nodes[at]!; // nodes of the tree, here and below
        while (node >>> 24 !== LEAF) {
          const goesRight = bins[row * width + (node >>> 24)]! > ((node >>> 16) & 0xff); // an input of the row
          at = root + (node & 0xffff) + (goesRight ? 1 : 0);
          node = nodes[at]!;
        }
        const said = mean[at]!;
        means[row] = means[row]! + said; // a row
        deviations[row] = deviations[row]! + said * said; // a row
      }
    }
    if (trees === 0) continue;
    for (const row of rows) {
      const own = means[row]! / trees; // a row
      means[row] = own;
      deviations[row] = Math.sqrt(Math.max(0, deviations[row]! / trees - own * own)); // a row
    }
  }
  return { means, deviations };
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
