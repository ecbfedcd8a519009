/** Whether the rows of a file as a whole are stranger than batches of rows such as were learned from. */
export interface BatchVerdict {
  readonly meanBefore: number;
  readonly meanNow: number;
  /** How often a batch of that size, drawn of all of them alike, would be as strange: one-sided. */
  readonly p: number;
  readonly isStranger: boolean;
}

const DRAWS = 999;
/** So many rows of either are drawn from at most: more tell nothing more of a mean. */
const MAX_ROWS = 2000;
/** One of twenty ordinary batches may be called stranger. */
const MAX_P = 0.05;

/**
 * The mean score of a batch against batches of its size, drawn at random from it and the reference together (a permutation
 * test: honest whatever the scores are like). Scores count by asinh of their distance from the middle of the reference in
 * its spreads, so that one huge score does not speak for the whole file.
 */
export function batchVerdictOf(reference: Float64Array, batch: Float64Array, random: () => number): BatchVerdict {
  const before = drawn(reference, random);
  const now = drawn(batch, random);
  if (before.length === 0 || now.length === 0) return { meanBefore: NaN, meanNow: NaN, p: 1, isStranger: false };
  const scale = scaleOf(before);
  const pool = Float64Array.from([...before, ...now], scale);
  const size = now.length;
  const total = pool.reduce((sum, value) => sum + value, 0);
  const meanNow = pool.subarray(before.length).reduce((sum, value) => sum + value, 0) / size;
  let asStrange = 1;
  for (let draw = 0; draw < DRAWS; draw++) {
    // The smaller part is drawn: what it leaves is the other.
    const few = Math.min(size, before.length);
    let sum = 0;
    for (let i = 0; i < few; i++) {
      const other = i + Math.floor(random() * (pool.length - i));
      [pool[i], pool[other]] = [pool[other]!, pool[i]!]; // both inside
      sum += pool[i]!; // inside
    }
    const ofBatch = few === size ? sum : total - sum;
    if (ofBatch / size >= meanNow - 1e-12) asStrange++;
  }
  const p = asStrange / (DRAWS + 1);
  return { meanBefore: (total - meanNow * size) / before.length, meanNow, p, isStranger: p < MAX_P };
}

function drawn(scores: Float64Array, random: () => number): Float64Array {
  const known = scores.filter(Number.isFinite);
  if (known.length <= MAX_ROWS) return known;
  return Float64Array.from({ length: MAX_ROWS }, () => known[Math.floor(random() * known.length)]!); // inside
}

function scaleOf(scores: Float64Array): (score: number) => number {
  const sorted = scores.toSorted();
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))]!; // inside
  const [middle, spread] = [at(0.5), (at(0.75) - at(0.25)) / 1.349];
  return (score) => Math.asinh((score - middle) / (spread > 0 ? spread : 1));
}
