import { withoutBends } from "../series/bent-trend";

/** Fewer numbers resemble their neighbours by chance. */
const MIN_ROWS = 200;
/** The first rows tell; this must not slow the reading down. */
const MAX_ROWS_READ = 20_000;
const MIN_KNOWN_SHARE = 0.95;
const MIN_DISTINCT = 20;
/** Values resemble those beside them, and those two beside them, at least so much once a bent trend is taken away. */
const MIN_CORRELATION = 0.7;
const MIN_CORRELATION_OF_TWO = 0.5;
/** Around a line that they were sorted by values jump back as far as they jumped away: a correlation of -.5. */
const MIN_CORRELATION_OF_JUMPS = -0.4;
/** A column that rows were sorted by goes one way; measurements turn. */
const MIN_TURNS = 20;
const MIN_MOVING_SHARE = 0.3;
/** Jumps beyond so many usual ones count as this: rows of one group after the other jump between groups. */
const MAX_JUMP = 8;

/**
 * Whether numbers, in the order of the rows, were measured one after the other: each resembles the one before, they turn
 * again and again, and their changes do not only undo each other. What was sorted, or follows from what was, is none; noisy
 * numbers of one group after the other look like a series that changes its level, and are taken for one.
 */
export function followsInOrder(values: Float64Array): boolean {
  const read = values.subarray(0, MAX_ROWS_READ);
  const known = read.filter(Number.isFinite);
  if (known.length < MIN_ROWS || known.length < MIN_KNOWN_SHARE * read.length) return false;
  if (!areDifferent(known, MIN_DISTINCT)) return false;
  const jumps = known.subarray(1).map((value, at) => value - known[at]!); // one before each
  const moving = jumps.filter((jump) => jump !== 0);
  if (moving.length < MIN_MOVING_SHARE * jumps.length || turnsOf(moving) < MIN_TURNS) return false;
  const flat = withoutBends(known);
  if (correlationAt(flat, 1) < MIN_CORRELATION || correlationAt(flat, 2) < MIN_CORRELATION_OF_TWO) return false;
  const usual = moving.map(Math.abs).sort()[moving.length >> 1]!; // at least one
  const tame = jumps.map((jump) => Math.max(-MAX_JUMP * usual, Math.min(MAX_JUMP * usual, jump)));
  return correlationAt(tame, 1) >= MIN_CORRELATION_OF_JUMPS;
}

function turnsOf(jumps: Float64Array): number {
  let turns = 0;
  for (let at = 1; at < jumps.length; at++) if (jumps[at]! > 0 !== jumps[at - 1]! > 0) turns++; // at < length
  return turns;
}

function correlationAt(values: Float64Array, lag: number): number {
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / values.length;
  let [both, square] = [0, 0];
  for (let at = 0; at < values.length; at++) {
    const deviation = values[at]! - mean; // at < length
    square += deviation ** 2;
    if (at >= lag) both += deviation * (values[at - lag]! - mean); // at - lag >= 0
  }
  return square > 0 ? both / square : 0;
}

/** Whether so many different numbers are among these. */
function areDifferent(values: Float64Array, least: number): boolean {
  const different = new Set<number>();
  for (const value of values) if (different.add(value).size >= least) return true;
  return false;
}
