import { studentEvidence } from "../math/student-tail";

/** A level that is far rarer than all others. */
export interface RareLevel {
  readonly level: number;
  readonly count: number;
  /** Of the others, the middle one on a scale of ratios. */
  readonly usual: number;
  /** -log10 of the probability that one of so many levels is as rare by its nature. */
  readonly evidence: number;
}

/** What is believed of how levels spread (as logarithms) before any was seen, and how many levels that counts as. */
const PRIOR_SPREAD = 1;
const PRIOR_LEVELS = 3;
/** The rarest of the others is at least so many times as frequent. */
const MIN_GAP = 5;

/**
 * Levels that no more than `most` bear, and that are too rare to be one of the others, whose counts spread as a log-normal
 * distribution: a slip of the pen, an event from elsewhere. Where counts fall off bit by bit, none is.
 */
export function rareLevelsOf(counts: ArrayLike<number>, most: number): RareLevel[] {
  const levels = Array.from(counts, (count, level) => ({ level, count })).filter(({ count }) => count > 0);
  const others = levels.filter(({ count }) => count > most).map(({ count }) => Math.log(count));
  const rarest = levels.reduce((top, { count }) => (count <= most ? Math.max(top, count) : top), 0);
  if (others.length < 2 || Math.exp(others.reduce((low, log) => Math.min(low, log))) < MIN_GAP * rarest) return [];
  const mean = others.reduce((sum, log) => sum + log, 0) / others.length;
  const squares = others.reduce((sum, log) => sum + (log - mean) ** 2, 0);
  const freedom = others.length - 1 + PRIOR_LEVELS;
  const spread = Math.sqrt(((squares + PRIOR_LEVELS * PRIOR_SPREAD ** 2) / freedom) * (1 + 1 / others.length));
  return levels.flatMap(({ level, count }) => {
    if (count > most) return [];
    const evidence = studentEvidence((Math.log(count) - mean) / spread, freedom);
    return [{ level, count, usual: Math.round(Math.exp(mean)), evidence }];
  });
}
