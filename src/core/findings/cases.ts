import type { EventSamples } from "../series/series-samples";

/** Sequences as cases that are compared with each other. */
export interface Cases {
  /** Cases with events; `starts` has one more entry. */
  readonly count: number;
  readonly starts: Uint32Array;
  /** The symbol of each event, as its place in the vocabulary. */
  readonly codes: ArrayLike<number>;
  readonly symbols: number;
}

/** With fewer cases nothing is usual. */
export const MIN_CASES = 20;
/** What so many cases have in common, and no more, is rare: a number, or a share of all. */
const FEW_CASES = 3;
const RARE_SHARE = 0.01;

export function casesOf({ block, count, starts, vocabulary }: EventSamples): Cases {
  return { count: starts.length - 1, starts, codes: block(0, count), symbols: vocabulary.length };
}

/** In how many cases something rare may be. */
export function rareAmong(cases: number): number {
  return Math.max(FEW_CASES, RARE_SHARE * cases);
}

/** How often each symbol occurs in the cases that have it. */
export interface Occurrences {
  /** By symbol: the cases that have it, in order. */
  readonly cases: readonly number[][];
  /** Beside them: how often. */
  readonly times: readonly number[][];
  /** By symbol, over all cases. */
  readonly totals: Float64Array;
}

export function occurrencesIn({ count, starts, codes, symbols }: Cases): Occurrences {
  const cases = Array.from({ length: symbols }, (): number[] => []);
  const times = Array.from({ length: symbols }, (): number[] => []);
  const totals = new Float64Array(symbols);
  for (let one = 0; one < count; one++)
    for (let event = starts[one]!; event < starts[one + 1]!; event++) {
      const code = codes[event]!; // a symbol
      totals[code]! += 1;
      if (cases[code]!.at(-1) !== one) {
        cases[code]!.push(one);
        times[code]!.push(1);
      } else times[code]![times[code]!.length - 1]! += 1;
    }
  return { cases, times, totals };
}

/** Evidence of cases as that of their events: what happens together is one thing. */
export function byEventOf({ starts, count }: Cases, ofCase: ArrayLike<number>): Float64Array {
  const evidence = new Float64Array(starts[count] ?? 0);
  for (let one = 0; one < count; one++) evidence.fill(ofCase[one]!, starts[one], starts[one + 1]); // one for each case
  return evidence;
}

/** The case of each of some events. */
export function caseAt({ starts }: Pick<Cases, "starts">, event: number): number {
  let [low, high] = [0, starts.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (starts[middle]! <= event) low = middle;
    else high = middle;
  }
  return low;
}
