import { shuffle } from "../../core/math/random";
import { smallestIndices, spreadOf, squaredDistances, type Cloud, type Spread } from "./concentration";

/** A subset's spread after some C-steps. */
type Solution = Spread;

export interface McdSearch {
  /** Share of the rows that the smallest ellipsoid has to hold, above 0.5. */
  readonly share: number;
  readonly starts: number;
  random(): number;
  /** Awaited after every start with the share of the work done. */
  yieldToEvents(done: number): Promise<void>;
}

/** Up to this many rows all are searched at once; more are searched in groups first. */
const MAX_ROWS_WITHOUT_GROUPS = 600;
const MIN_ROWS_PER_GROUP = 300;
const MAX_GROUPS = 5;
/** A group has to hold several rows for each column. */
const MIN_ROWS_PER_COLUMN = 5;
const SOLUTIONS_KEPT = 10;
const C_STEPS_PER_START = 2;
const MAX_C_STEPS = 100;

/**
 * The mean and covariance of the share of rows whose covariance has the smallest determinant, by FastMCD
 * (Rousseeuw & Van Driessen 1999): random starts of width + 1 rows, two C-steps each, the ten best followed until
 * they settle; above 600 rows first in up to five groups, then in the groups together, then in all rows.
 */
export async function fastMcd(cloud: Cloud, search: McdSearch): Promise<Spread> {
  const count = cloud.z.length / cloud.width;
  const group = Math.max(MIN_ROWS_PER_GROUP, MIN_ROWS_PER_COLUMN * cloud.width);
  const groups = Math.min(MAX_GROUPS, Math.floor(count / group));
  if (count <= MAX_ROWS_WITHOUT_GROUPS || groups < 2) {
    const found = await bestStarts(cloud, search, search.starts, 0, 0.8);
    return settled(cloud, found, search);
  }
  const order = shuffle(
    Uint32Array.from({ length: count }, (_, row) => row),
    search.random,
  );
  const size = Math.min(Math.floor(count / groups), group);
  const each = Math.ceil(search.starts / groups);
  const candidates: Solution[] = [];
  for (let at = 0; at < groups; at++) {
    const rows = part(cloud, order.subarray(at * size, (at + 1) * size));
    candidates.push(...(await bestStarts(rows, search, each, (0.6 * at) / groups, 0.6 / groups)));
  }
  const merged = part(cloud, order.subarray(0, groups * size));
  const followed: Solution[] = [];
  for (const [at, candidate] of candidates.entries()) {
    followed.push(steps(merged, candidate, search.share, C_STEPS_PER_START));
    await search.yieldToEvents(0.6 + (0.2 * (at + 1)) / candidates.length);
  }
  return settled(cloud, best(followed), search);
}

/** The ten best of `starts` random starts after two C-steps each. */
async function bestStarts(
  cloud: Cloud,
  search: McdSearch,
  starts: number,
  from: number,
  span: number,
): Promise<Solution[]> {
  let kept: Solution[] = [];
  for (let start = 0; start < starts; start++) {
    kept.push(steps(cloud, randomSpread(cloud, search), search.share, C_STEPS_PER_START));
    if (kept.length === 2 * SOLUTIONS_KEPT) kept = best(kept);
    await search.yieldToEvents(from + (span * (start + 1)) / starts);
  }
  return best(kept);
}

/** The spread of width + 1 random rows, and of more when those lie in a plane. */
function randomSpread(cloud: Cloud, { random }: McdSearch): Spread {
  const count = cloud.z.length / cloud.width;
  const order = shuffle(
    Uint32Array.from({ length: count }, (_, row) => row),
    random,
  );
  for (let size = Math.min(count, cloud.width + 1); ; size = Math.min(count, 2 * size)) {
    const spread = spreadOf(cloud, order.subarray(0, size));
    if (!spread.flat || size >= count / 2) return spread;
  }
}

/** C-steps: the nearest share of the rows, their spread, and again; none makes the determinant larger. */
function steps(cloud: Cloud, from: Solution, share: number, most: number): Solution {
  const count = cloud.z.length / cloud.width;
  const distances = new Float64Array(count);
  let found = from;
  for (let step = 0; step < most; step++) {
    squaredDistances(cloud, found, distances);
    found = spreadOf(cloud, smallestIndices(distances, sizeOf(count, share)));
  }
  return found;
}

/** Two C-steps in all rows for each candidate, then the best of them until it settles. */
async function settled(
  cloud: Cloud,
  candidates: readonly Solution[],
  { share, yieldToEvents }: McdSearch,
): Promise<Spread> {
  const tried: Solution[] = [];
  for (const [at, candidate] of candidates.entries()) {
    let found = candidate;
    for (let step = 0; step < C_STEPS_PER_START; step++) {
      found = steps(cloud, found, share, 1);
      await yieldToEvents(0.8 + (0.1 * (at + 1)) / candidates.length);
    }
    tried.push(found);
  }
  let found = best(tried)[0]!; // there is at least one candidate
  for (let step = 0; step < MAX_C_STEPS; step++) {
    const next = steps(cloud, found, share, 1);
    await yieldToEvents(0.9 + (0.1 * step) / MAX_C_STEPS);
    if (!(next.logDeterminant < found.logDeterminant - 1e-9)) break;
    found = next;
  }
  return found;
}

function best(solutions: readonly Solution[]): Solution[] {
  return [...solutions].sort((a, b) => a.logDeterminant - b.logDeterminant).slice(0, SOLUTIONS_KEPT);
}

function sizeOf(count: number, share: number): number {
  return Math.max(1, Math.min(count, Math.ceil(share * count)));
}

function part({ z, width }: Cloud, rows: Uint32Array): Cloud {
  const copy = new Float64Array(rows.length * width);
  rows.forEach((row, at) => copy.set(z.subarray(row * width, (row + 1) * width), at * width));
  return { z: copy, width };
}
