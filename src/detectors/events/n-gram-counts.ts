import { lowerBound } from "../../core/math/sort";
import type { EventStream } from "../../core/series/event-stream";

/** What followed the runs of one length. Runs are numbered; a key is run * classes + what followed. */
interface FollowUps {
  /** Ascending. The place of a key is the number of the run that is longer by what followed. */
  readonly keys: Float64Array;
  readonly counts: Uint32Array;
  /** How often anything followed each run. */
  readonly totals: Uint32Array;
}

/** Counts of runs of 1, 2, … classes, as plain data. */
export interface GramCounts {
  readonly classes: number;
  /** Of single classes; their number is the class. */
  readonly singles: Uint32Array;
  readonly followUps: readonly FollowUps[];
}

/** For runs of 1, 2, … classes the number of the one that ends at each place of a stream, -1 where it was never seen. */
export type Runs = readonly (Int32Array | Uint32Array)[];

/** Counts the runs of at most `longest` classes that end at one of the `targets`, places of the stream. */
export function countGrams(stream: EventStream, classes: number, targets: Uint32Array, longest: number): GramCounts {
  const singles = new Uint32Array(classes);
  for (const at of targets) singles[stream.classes[at]!]!++; // a class
  const followUps: FollowUps[] = [];
  let runs: Runs[number] = stream.classes;
  for (let length = 2; length <= longest; length++) {
    const before = runs;
    const numbers = length === 2 ? classes : followUps[length - 3]!.keys.length; // of the length before
    const followed = targets.filter((at) => stream.depths[at]! >= length - 1 && before[at - 1]! >= 0); // behind its boundary
    const found = followUpsOf(
      Float64Array.from(followed, (at) => before[at - 1]! * classes + stream.classes[at]!), // at > 0: behind its boundary
      Uint32Array.from(followed, (at) => before[at - 1]!), // at > 0: behind its boundary
      numbers,
    );
    followUps.push(found);
    runs = longerRuns(stream, before, found, classes, length);
  }
  return { classes, singles, followUps };
}

function followUpsOf(all: Float64Array, runs: Uint32Array, numbers: number): FollowUps {
  const totals = new Uint32Array(numbers);
  for (const run of runs) totals[run]!++; // a run
  all.sort();
  const keys = all.filter((key, i) => i === 0 || key !== all[i - 1]);
  const counts = new Uint32Array(keys.length);
  let at = -1;
  all.forEach((key, i) => {
    if (i === 0 || key !== all[i - 1]) at++;
    counts[at]!++; // one for each key
  });
  return { keys, counts, totals };
}

function longerRuns(
  { classes: own, depths }: EventStream,
  runs: Runs[number],
  { keys }: FollowUps,
  classes: number,
  length: number,
): Int32Array {
  const longer = new Int32Array(own.length).fill(-1);
  for (let at = 1; at < own.length; at++) {
    if (depths[at]! < length - 1 || runs[at - 1]! < 0) continue; // places
    const key = runs[at - 1]! * classes + own[at]!; // one for each place
    const place = lowerBound(keys, key);
    if (keys[place] === key) longer[at] = place;
  }
  return longer;
}

export function runsOf(stream: EventStream, { classes, followUps }: GramCounts): Runs {
  const runs: Runs[number][] = [stream.classes];
  followUps.forEach((found, i) => runs.push(longerRuns(stream, runs[i]!, found, classes, i + 2))); // those before it
  return runs;
}

/**
 * The probability that `wanted` stands at a place of the stream, given what stands before it: for each longer run the
 * mean of its own counts and of what the shorter ones say, which weighs as much as `smoothing` events (MacKay & Peto
 * 1995, A hierarchical Dirichlet language model). In (0, 1).
 */
export function probabilityAt(
  counts: GramCounts,
  runs: Runs,
  at: number,
  wanted: number,
  smoothing: number,
  events: number,
): number {
  let share = (counts.singles[wanted]! + smoothing / counts.classes) / (events + smoothing); // a class
  for (const [i, { keys, counts: own, totals }] of counts.followUps.entries()) {
    const run = runs[i]![at - 1]!; // a boundary stands before every target
    if (run < 0) break;
    const key = run * counts.classes + wanted;
    const place = lowerBound(keys, key);
    const count = keys[place] === key ? own[place]! : 0; // one for each key
    share = (count + smoothing * share) / (totals[run]! + smoothing); // a run
  }
  return share;
}

/** What followed the longest known run before a place, the most frequent first. */
export function likelyClasses({ classes, followUps, singles }: GramCounts, runs: Runs, at: number): number[] {
  for (let i = followUps.length - 1; i >= 0; i--) {
    const [{ keys, counts, totals }, run] = [followUps[i]!, runs[i]![at - 1]!]; // i < length; as above
    if (run < 0 || totals[run] === 0) continue;
    const [from, to] = [lowerBound(keys, run * classes), lowerBound(keys, (run + 1) * classes)];
    return Array.from({ length: to - from }, (_, j) => from + j)
      .sort((a, b) => counts[b]! - counts[a]!) // places
      .map((place) => keys[place]! - run * classes); // keys of the run
  }
  return [...singles.keys()].sort((a, b) => singles[b]! - singles[a]!); // classes
}
