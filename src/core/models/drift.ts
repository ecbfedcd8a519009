import { chiSquareBelow } from "../math/chi-square";
import type { ColumnReference } from "./column-reference";

/** How the values of one column changed between what a model learned from and another file. */
export interface Drift {
  /** The largest difference of the two distributions: of shares up to a value (KS), or of all levels (total variation). */
  readonly distance: number;
  /** Population stability index: below .1 little changed, above .25 much. */
  readonly psi: number;
  /** How often so much would differ by chance, were both drawn alike. */
  readonly p: number;
}

/** PSI is counted over tenths of what was learned. */
const BINS = 10;
/** A share that is never 0, so that its logarithm is none of infinity: half a row. */
const HALF_ROW = 0.5;

/** Numbers by the two-sample Kolmogorov-Smirnov test, both sorted ascending. Nothing where one of them is empty. */
export function driftOfNumbers(before: Float64Array, now: Float64Array): Drift {
  if (before.length === 0 || now.length === 0) return { distance: 0, psi: 0, p: 1 };
  let [i, j, distance] = [0, 0, 0];
  while (i < before.length && j < now.length) {
    const value = Math.min(before[i]!, now[j]!); // both inside
    while (i < before.length && before[i]! <= value) i++;
    while (j < now.length && now[j]! <= value) j++;
    distance = Math.max(distance, Math.abs(i / before.length - j / now.length));
  }
  // Of many rows only some values are remembered, and they tell no more than their own number.
  const effective = (before.length * now.length) / (before.length + now.length);
  return {
    distance,
    psi: psiOf(sharesIn(before, before), sharesIn(before, now)),
    p: kolmogorovTail(distance, effective),
  };
}

/** Levels by chi-square; those that are rare are counted together. */
export function driftOfLevels(reference: ColumnReference, now: ReadonlyMap<string, number>): Drift {
  const countOf = new Map(reference.levels.map((level, at) => [level, reference.counts[at]!])); // one of each
  const before = sum(reference.counts);
  const after = sum(now.values());
  if (before === 0 || after === 0) return { distance: 0, psi: 0, p: 1 };
  const names = new Set([...countOf.keys(), ...now.keys()]);
  const cells: [number, number][] = [];
  const rare: [number, number] = [0, 0];
  for (const name of names) {
    const [one, other] = [countOf.get(name) ?? 0, now.get(name) ?? 0];
    // Cochran's rule: fewer expected than five tell of chance alone.
    if (((one + other) * Math.min(before, after)) / (before + after) >= 5) cells.push([one, other]);
    else [rare[0], rare[1]] = [rare[0] + one, rare[1] + other];
  }
  if (rare[0] + rare[1] > 0) cells.push(rare);
  let [square, distance] = [0, 0];
  for (const [one, other] of cells) {
    const share = (one + other) / (before + after);
    square += (one - before * share) ** 2 / (before * share) + (other - after * share) ** 2 / (after * share);
    distance += Math.abs(one / before - other / after) / 2;
  }
  const psi = psiOf(
    cells.map(([one]) => (one + HALF_ROW) / (before + HALF_ROW * cells.length)),
    cells.map(([, other]) => (other + HALF_ROW) / (after + HALF_ROW * cells.length)),
  );
  return { distance, psi, p: cells.length > 1 ? 1 - chiSquareBelow(square, cells.length - 1) : 1 };
}

/** Shares of `values` in each tenth of `reference`, both sorted; a value that fills more than a tenth is a bin of its own. */
function sharesIn(reference: Float64Array, values: Float64Array): number[] {
  const edges = Array.from({ length: BINS - 1 }, (_, i) => reference[Math.floor(((i + 1) * reference.length) / BINS)]!); // inside
  const isPast = edges.map((edge, at) =>
    edge === edges[at - 1] ? (value: number) => value > edge : (value: number) => value >= edge,
  );
  const counts = new Array<number>(BINS).fill(HALF_ROW);
  for (const value of values) counts[isPast.filter((past) => past(value)).length]! += 1; // a bin
  return counts.map((count) => count / (values.length + HALF_ROW * BINS));
}

function psiOf(before: readonly number[], now: readonly number[]): number {
  return before.reduce((total, share, bin) => total + (now[bin]! - share) * Math.log(now[bin]! / share), 0); // as many
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

/** The tail of Kolmogorov's distribution, with the correction for small samples of Stephens (1970). */
function kolmogorovTail(distance: number, effective: number): number {
  const root = Math.sqrt(effective);
  const lambda = (root + 0.12 + 0.11 / root) * distance;
  if (lambda < 0.2) return 1;
  let tail = 0;
  for (let k = 1; k <= 100; k++) {
    const term = 2 * (k % 2 ? 1 : -1) * Math.exp(-2 * k * k * lambda * lambda);
    tail += term;
    if (Math.abs(term) < 1e-12) break;
  }
  return Math.min(1, Math.max(0, tail));
}
