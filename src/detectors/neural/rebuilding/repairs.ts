import type { Context } from "../../../core/detect/context";
import { matrixSamples } from "../../../core/detect/samples";
import type { SamplesBase } from "../../../core/detect/samples-base";
import type { Attribution } from "../../../core/explain/attribution";
import { onModel, type Rebuilders } from "./rebuilders";
import { partsOf, type Parts } from "./network-scorer";

/** Columns repaired, one after the other. */
const REPAIR_TURNS = 3;
/** Columns tried in each turn: those with the largest errors. */
const MAX_COLUMNS_TRIED = 8;
/** With many columns fewer are tried, so that a page of rows is explained in a second or two. */
const MAX_NUMBERS_TRIED = 8192;
/** Numbers laid out at a time. */
const CELLS_PER_GROUP = 1_000_000;

/**
 * Who is to blame for a row's score. A network that reads one odd value rebuilds its innocent neighbours wrongly, too,
 * so the errors themselves smear. Here the column is found whose repair makes the score fall most, by the value that
 * the networks expected or by the column's middle, and gets that fall; three times in turn; then every column gets
 * its error in the repaired row. So the values still add up to the score; all are >= 0. `expected` is what would have
 * counted as usual in the repaired row.
 *
 * In ordinary rows of two made-up and seven public tables cells were swapped for those of other rows, up to 100 rows
 * each, where that made the score stand out: one odd cell came first in 92 % of 592 rows by its error and in 99 % by
 * repair; of two odd cells 81 % and 93 % were among the first two (736 rows).
 */
export function blameByRepairs(model: Rebuilders, samples: SamplesBase, context: Context): Promise<Blame[]> {
  const { width } = samples;
  const tried = Math.max(1, Math.min(MAX_COLUMNS_TRIED, width, Math.floor(MAX_NUMBERS_TRIED / width)));
  const group = Math.max(1, Math.floor(CELLS_PER_GROUP / (2 * tried * width)));
  return onModel(model, context, async (tf) => {
    const all: Blame[] = [];
    for (let from = 0; from < samples.count; from += group) {
      const to = Math.min(samples.count, from + group);
      const quiet = { checkpoint: () => context.checkpoint(from / samples.count) };
      const evaluate = (rows: Float32Array) => partsOf(tf, model, matrixSamples(rows, samples.features), quiet);
      all.push(...(await blameIn(samples.block(from, to).slice(), width, model.typical, tried, evaluate)));
    }
    return all;
  });
}

interface Blame extends Attribution {
  readonly expected: Float32Array;
}

/** Repairs `rows` in place. */
async function blameIn(
  rows: Float32Array,
  width: number,
  typical: Float64Array,
  tried: number,
  evaluate: (rows: Float32Array) => Promise<Parts>,
): Promise<Blame[]> {
  const blame = new Float64Array(rows.length);
  let now = await evaluate(rows);
  for (let turn = 0; turn < REPAIR_TURNS; turn++) {
    const repairs = repairsOf(now, width, typical, tried, blame);
    const after = totalsOf(await evaluate(repaired(rows, width, repairs)), width);
    const left = totalsOf(now, width);
    const best = new Map<number, Repair>();
    for (const [i, repair] of repairs.entries()) {
      const rest = after[i] ?? 0;
      if (rest >= (left[repair.row] ?? 0)) continue;
      left[repair.row] = rest;
      best.set(repair.row, repair);
    }
    const before = totalsOf(now, width);
    for (const { row, column, value } of best.values()) {
      blame[row * width + column] = (before[row] ?? 0) - (left[row] ?? 0);
      rows[row * width + column] = value;
    }
    now = await evaluate(rows);
  }
  return Array.from({ length: rows.length / width }, (_, row) => {
    const [from, to] = [row * width, (row + 1) * width];
    const values = Float32Array.from(now.parts.subarray(from, to), (part, j) => part + (blame[from + j] ?? 0));
    return { over: "features", values, expected: now.expected.slice(from, to), additive: true };
  });
}

interface Repair {
  readonly row: number;
  readonly column: number;
  readonly value: number;
}

/** For each row two repairs of each of its worst columns, of those not repaired yet. */
function repairsOf(
  { parts, expected }: Parts,
  width: number,
  typical: Float64Array,
  tried: number,
  blame: Float64Array,
): readonly Repair[] {
  const repairs: Repair[] = [];
  for (let row = 0; row < parts.length / width; row++) {
    const from = row * width;
    const open = [...Array(width).keys()].filter((j) => blame[from + j] === 0);
    open.sort((a, b) => (parts[from + b] ?? 0) - (parts[from + a] ?? 0));
    for (const column of open.slice(0, tried))
      for (const value of [expected[from + column] ?? 0, typical[column] ?? 0]) repairs.push({ row, column, value });
  }
  return repairs;
}

function repaired(rows: Float32Array, width: number, repairs: readonly Repair[]): Float32Array {
  const copies = new Float32Array(repairs.length * width);
  for (const [i, { row, column, value }] of repairs.entries()) {
    copies.set(rows.subarray(row * width, (row + 1) * width), i * width);
    copies[i * width + column] = value;
  }
  return copies;
}

/** What the parts of each row add up to. */
function totalsOf({ parts }: Parts, width: number): Float64Array {
  return Float64Array.from({ length: parts.length / width }, (_, row) =>
    parts.subarray(row * width, (row + 1) * width).reduce((sum, part) => sum + part, 0),
  );
}
