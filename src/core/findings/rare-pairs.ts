import { poissonAtMost } from "./poisson";
import { MAX_EVIDENCE } from "./tail";

/** Two levels that stand together more rarely than chance would have it. */
export interface RarePair {
  readonly first: number;
  readonly second: number;
  readonly seen: number;
  readonly expected: number;
  /** -log10 of the probability of so few, times how many pairs were looked at, over the rows: as of one row. */
  readonly evidence: number;
}

/** Where fewer rows would be expected, none at all is no wonder. */
const MIN_EXPECTED = 5;
/** A pair is rare below this part of what would be expected, and where no pair stands less than so many times as often. */
const MAX_RARE_RATIO = 0.2;
const MIN_GAP = 4;
/** What is believed of how far shares of pairs stray from independence, before any was seen, and how many pairs it counts as. */
const PRIOR_STRAYING = 0.5;
const PRIOR_PAIRS = 4;
/** Steps of the sum over how far a pair may stray, in standard deviations. */
const QUADRATURE_NODES = Array.from({ length: 49 }, (_, at) => (at - 24) / 4);

/**
 * The pairs of levels that stand in fewer rows than independence of the two columns would have it: the Poisson
 * probability of so few, averaged over how far well filled pairs stray from independence by themselves. Pairs that never
 * stand together are no rows, and are not among them.
 */
export function rarePairsOf(
  first: Int32Array,
  second: Int32Array,
  counts: readonly [number, number],
): readonly RarePair[] {
  const [rows, columns] = counts;
  const cells = new Map<number, number>();
  const byFirst = new Float64Array(rows);
  const bySecond = new Float64Array(columns);
  let known = 0;
  first.forEach((code, sample) => {
    const other = second[sample]!; // as many as the first
    if (code < 0 || other < 0) return;
    known++;
    byFirst[code] = byFirst[code]! + 1;
    bySecond[other] = bySecond[other]! + 1;
    const key = code * columns + other;
    cells.set(key, (cells.get(key) ?? 0) + 1);
  });
  const filled = [...cells].map(([key, seen]) => {
    const a = Math.floor(key / columns);
    const b = key % columns;
    return { first: a, second: b, seen, expected: (byFirst[a]! * bySecond[b]!) / known }; // codes of levels
  });
  const straying = strayingOf(filled);
  let tested = 0;
  for (const a of byFirst) for (const b of bySecond) if (a * b >= MIN_EXPECTED * known) tested++;
  return belowGap(filled.filter(({ expected }) => expected >= MIN_EXPECTED)).map((pair) => ({
    ...pair,
    evidence: evidenceOf(pair.seen, pair.expected, straying, (tested * pair.seen) / known),
  }));
}

/**
 * The pairs that stand far more rarely than they should, and far more rarely than all others: where shares fall off bit
 * by bit, the two columns depend on each other, and no pair is strange.
 */
function belowGap<P extends { readonly seen: number; readonly expected: number }>(pairs: readonly P[]): readonly P[] {
  const sorted = [...pairs].sort((a, b) => a.seen / a.expected - b.seen / b.expected);
  const ratios = sorted.map(({ seen, expected }) => seen / expected);
  const most = ratios.findIndex((ratio) => ratio > MAX_RARE_RATIO);
  for (let at = most < 0 ? ratios.length : most; at > 0; at--)
    if ((ratios[at] ?? Infinity) >= MIN_GAP * ratios[at - 1]!) return sorted.slice(0, at); // at > 0
  return [];
}

/** The standard deviation of the logarithm of how often pairs stand against how often they should, of well filled ones. */
function strayingOf(filled: readonly { readonly seen: number; readonly expected: number }[]): number {
  const logs = filled
    .filter(({ seen, expected }) => seen >= MIN_EXPECTED && expected >= MIN_EXPECTED)
    .map(({ seen, expected }) => Math.log(seen / expected));
  const mean = logs.reduce((sum, log) => sum + log, 0) / Math.max(1, logs.length);
  const squares = logs.reduce((sum, log) => sum + (log - mean) ** 2, 0);
  return Math.sqrt((squares + PRIOR_PAIRS * PRIOR_STRAYING ** 2) / (logs.length + PRIOR_PAIRS));
}

function evidenceOf(seen: number, expected: number, straying: number, testsPerRow: number): number {
  let sum = 0;
  let weights = 0;
  for (const z of QUADRATURE_NODES) {
    const weight = Math.exp(-0.5 * z * z);
    weights += weight;
    sum += weight * poissonAtMost(seen, expected * Math.exp(straying * z));
  }
  const p = (sum / weights) * testsPerRow;
  return p > 0 ? Math.min(MAX_EVIDENCE, Math.max(0, -Math.log10(p))) : MAX_EVIDENCE;
}
