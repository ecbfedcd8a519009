import type { ColumnReference } from "../../core/models/column-reference";
import { numberOf, type RowsBefore } from "../../core/models/rows-before";
import type { Column } from "../../core/data/column";
import { normalShareBelow } from "../../core/math/normal-share";
import { sampleIndices, seededRandom } from "../../core/math/random";
import { rocAuc } from "../../core/score/metrics";
import { VotingForestBuilder, type VotingForest } from "../../detectors/forest/classification-tree";

/** How well a classifier tells the rows of a file from those that a model learned from. */
export interface ToldApart {
  /** In how many of a hundred pairs of a new and an old row it knows which is which: .5 is guessing. */
  readonly auc: number;
  /** How often guessing would be as good. */
  readonly p: number;
}

const TREES = 40;
const LEAST_ROWS = 40;
const SEED = 5;

/**
 * A forest learns from half of the old and of the new rows which are which, and is asked of the others: what it knows
 * there, in pairs of an old and a new row (Mann-Whitney), is no chance. Null where there is too little to compare.
 */
export function toldApart(
  before: RowsBefore,
  references: readonly ColumnReference[],
  columnOf: (name: string) => Column | undefined,
  rowCount: number,
): ToldApart | null {
  const readers = before.names.map((name) => {
    const column = columnOf(name);
    return column && numberOf(column, references.find((one) => one.name === name)?.levels ?? []);
  });
  const random = seededRandom(SEED);
  const drawn = sampleIndices(rowCount, Math.min(rowCount, before.count), random);
  const half = Math.floor(drawn.length / 2);
  if (half < LEAST_ROWS / 2 || before.names.length === 0) return null;
  const old = sampleIndices(before.count, 2 * half, random);
  const width = 2 * before.names.length;
  // A missing value is a value of its own, beside whether there is one.
  const cells = (read: (column: number) => number) =>
    before.names.flatMap((_, column) => {
      const value = read(column);
      return Number.isFinite(value) ? [value, 1] : [0, 0];
    });
  const oldRow = (at: number) => cells((column) => before.values[old[at]! * before.names.length + column]!); // a row of them
  const newRow = (at: number) => cells((column) => readers[column]?.(drawn[at]!) ?? NaN); // a drawn row
  const rowsOf = (row: (at: number) => number[], from: number) =>
    Array.from({ length: half }, (_, at) => row(from + at));
  const forest = grown(Float32Array.from([...rowsOf(oldRow, 0), ...rowsOf(newRow, 0)].flat()), half, width, random);
  const asked = [...rowsOf(oldRow, half), ...rowsOf(newRow, half)];
  const auc = rocAuc(
    Float64Array.from(asked, (row) => voteOn(forest, Float32Array.from(row))),
    Uint8Array.from(asked, (_, at) => (at < half ? 0 : 1)),
  );
  const sd = Math.sqrt((2 * half + 1) / (12 * half * half));
  return { auc, p: 1 - normalShareBelow((auc - 0.5) / sd) };
}

function grown(values: Float32Array, half: number, width: number, random: () => number): VotingForest {
  const limits = { tried: Math.max(2, Math.round(Math.sqrt(width)) * 2), deepest: 8, leastInLeaf: 5 };
  const features = Uint32Array.from({ length: width }, (_, at) => at);
  const builder = new VotingForestBuilder(half, width, limits, random);
  for (let tree = 0; tree < TREES; tree++) {
    // Drawn with putting back, from either alike, so that trees differ.
    const rows = Array.from({ length: 2 * half }, (_, at) => (at < half ? 0 : half) + Math.floor(random() * half));
    const drawn = new Float32Array(values.length);
    rows.forEach((row, at) => drawn.set(values.subarray(row * width, (row + 1) * width), at * width));
    builder.addTree(drawn, features.slice());
  }
  return builder.forest();
}

/** The share of new rows where a row falls to, over the trees. */
function voteOn({ roots, feature, threshold, child, vote }: VotingForest, row: Float32Array): number {
  let sum = 0;
  for (const root of roots) {
    let node = root;
    for (let split = feature[node]!; split >= 0; split = feature[node]!)
      node = child[node]! + (row[split]! > threshold[node]! ? 1 : 0); // nodes and splits are of the model
    sum += vote[node]!; // a node
  }
  return sum / roots.length;
}
