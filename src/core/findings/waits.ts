import { madOfSorted, quantileOfSorted } from "../math/quantile";
import type { EventSamples } from "../series/series-samples";
import { tailEvidence, tailOf, type Tail } from "./tail";

/** How long events come after the one before them, by the two symbols. */
export interface UsualWaits {
  /** By before * symbols + after: the middle wait as a logarithm, and its spread. */
  readonly groups: ReadonlyMap<number, { readonly middle: number; readonly spread: number }>;
  /** Of waits less the middle of their group, in spreads. */
  readonly tail: Tail;
  /** Waits below are taken for this long: the clock does not tell them apart. */
  readonly shortest: number;
}

/** Two symbols that follow each other less often say nothing of what is usual. */
const MIN_WAITS = 20;
/** How many waits the spread of all groups counts as, beside those of one. */
const WAITS_OF_ALL = 10;
const MAD_TO_SD = 1.4826;
/** Where more waits are no time at all, the clock is too coarse. */
const MAX_NONE_SHARE = 0.3;

/** The wait before each event, NaN before the first of a sequence. */
export function waitsOf({ starts, count }: EventSamples, times: Float64Array): Float64Array {
  const waits = new Float64Array(count).fill(NaN);
  for (let one = 0; one + 1 < starts.length; one++)
    for (let event = starts[one]! + 1; event < starts[one + 1]!; event++)
      waits[event] = times[event]! - times[event - 1]!; // one for each event
  return waits;
}

/** What is usual; null where the clock is too coarse, or too few events follow each other often. */
export function usualWaitsOf(samples: EventSamples, waits: Float64Array): UsualWaits | null {
  const known = waits.filter(Number.isFinite);
  const positive = known.filter((wait) => wait > 0).sort();
  if (positive.length < (1 - MAX_NONE_SHARE) * known.length || positive.length < MIN_WAITS) return null;
  const shortest = positive[0]! / 2; // there are some
  const logOf = (wait: number) => Math.log(Math.max(shortest, wait));
  const groups = new Map<number, { readonly middle: number; readonly mad: number; readonly waits: Float64Array }>();
  for (const [key, own] of groupsOf(samples, waits)) {
    if (own.length < MIN_WAITS) continue;
    const sorted = Float64Array.from(own, logOf).sort();
    const middle = quantileOfSorted(sorted, 0.5);
    groups.set(key, { middle, mad: MAD_TO_SD * madOfSorted(sorted, middle), waits: sorted });
  }
  const residuals = Float64Array.from([...groups.values()].flatMap((own) => [...own.waits].map((log) => log - own.middle))); // prettier-ignore
  const pooled = MAD_TO_SD * madOfSorted(residuals.sort());
  if (!(pooled > 0)) return null;
  const spread = ({ mad, waits: own }: { readonly mad: number; readonly waits: Float64Array }) =>
    Math.sqrt((own.length * mad * mad + WAITS_OF_ALL * pooled * pooled) / (own.length + WAITS_OF_ALL));
  const usual = new Map([...groups].map(([key, own]) => [key, { middle: own.middle, spread: spread(own) }]));
  const standard = [...groups].flatMap(([key, own]) => [...own.waits].map((log) => (log - own.middle) / usual.get(key)!.spread)); // prettier-ignore
  const tail = tailOf(Float64Array.from(standard).sort());
  return tail && { groups: usual, tail, shortest };
}

/** How rarely an ordinary wait is as long, or as short; 0 where it is not known what is ordinary. */
export function waitEvidence({ groups, tail, shortest }: UsualWaits, key: number, wait: number): number {
  const own = groups.get(key);
  if (!own || !Number.isFinite(wait)) return 0;
  return tailEvidence(tail, (Math.log(Math.max(shortest, wait)) - own.middle) / own.spread);
}

/** The two symbols of an event and the one before it, as a number. */
export function waitKey({ vocabulary, block }: EventSamples, event: number): number {
  const [before, after] = block(event - 1, event + 1);
  return before! * vocabulary.length + after!; // both are events
}

function groupsOf(samples: EventSamples, waits: Float64Array): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  waits.forEach((wait, event) => {
    if (!Number.isFinite(wait)) return;
    const key = waitKey(samples, event);
    const own = groups.get(key);
    if (own) own.push(wait);
    else groups.set(key, [wait]);
  });
  return groups;
}
