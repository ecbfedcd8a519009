import { NO_ROW } from "./series-samples";

/** Flagged steps of one part that belong together: `from` (included) to `to` (excluded), flagged at both ends. */
export interface FlaggedStretch {
  readonly from: number;
  readonly to: number;
  /** The step with the highest score, the first of them. */
  readonly peak: number;
  readonly flagged: number;
}

interface Laid {
  readonly starts: Uint32Array;
  /** The row of each step, or NO_ROW. */
  readonly origin: Uint32Array;
}

/**
 * Flagged steps (score >= threshold) as stretches, the highest peak first: those with at most `mergeGap` ordinary steps
 * between them are one, those from first to last shorter than `leastSteps` are none. Steps without a row or a score
 * neither flag nor part.
 */
export function flaggedStretches(
  { starts, origin }: Laid,
  scores: Float64Array,
  threshold: number,
  { leastSteps, mergeGap }: { readonly leastSteps: number; readonly mergeGap: number },
): FlaggedStretch[] {
  const found: FlaggedStretch[] = [];
  const scoreAt = (step: number) => (origin[step] === NO_ROW ? NaN : scores[origin[step]!]!); // one row each
  for (let part = 0; part + 1 < starts.length; part++) {
    let [from, last, peak, flagged, ordinary] = [-1, -1, -1, 0, 0];
    const close = () => {
      if (from >= 0 && last + 1 - from >= leastSteps) found.push({ from, to: last + 1, peak, flagged });
      from = -1;
    };
    for (let step = starts[part]!; step < starts[part + 1]!; step++) {
      // part + 1 < length
      const score = scoreAt(step);
      if (Number.isNaN(score)) continue;
      if (!(score >= threshold)) {
        if (++ordinary > mergeGap) close();
        continue;
      }
      if (from < 0) [from, peak, flagged] = [step, step, 0];
      else if (score > scoreAt(peak)) peak = step;
      [last, ordinary] = [step, 0];
      flagged++;
    }
    close();
  }
  return found.sort((a, b) => scoreAt(b.peak) - scoreAt(a.peak) || a.from - b.from);
}
