import { countEvidence, countTailsOf } from "./count-tail";

/** A span of time in which something happens far more often than usual. */
export interface Burst {
  readonly from: number;
  /** Excluded. */
  readonly to: number;
  readonly count: number;
  /** The middle count of all spans of this length. */
  readonly usual: number;
  readonly evidence: number;
}

/** So many happen in a span on average. */
const MEAN_COUNT = 2;
const MIN_SPANS = 20;
/** More spans than this tell no more. */
const MAX_SPANS = 20_000;

export interface Bursts {
  readonly bursts: readonly Burst[];
  readonly spans: number;
}

/** The spans of equal length whose counts are further above the others than counts that spread as these do. */
export function burstsIn(times: Float64Array): Bursts {
  const known = times.filter(Number.isFinite).sort();
  const spans = Math.min(MAX_SPANS, Math.floor(known.length / MEAN_COUNT));
  const [first = 0, last = 0] = [known[0], known[known.length - 1]];
  if (spans < MIN_SPANS || !(last > first)) return { bursts: [], spans: 0 };
  const length = (last - first) / spans;
  const counts = Array<number>(spans).fill(0);
  for (const time of known) counts[Math.min(spans - 1, Math.floor((time - first) / length))]! += 1; // a span
  const tails = countTailsOf(counts);
  const usual = counts.toSorted((a, b) => a - b)[Math.floor(spans / 2)]!; // there are spans
  const mean = known.length / spans;
  const evidenceOf = new Map([...new Set(counts)].map((count) => [count, countEvidence(tails, count)]));
  const bursts = counts.flatMap((count, at) => {
    const evidence = count > mean ? (evidenceOf.get(count) ?? 0) : 0;
    const [from, to] = [first + at * length, at === spans - 1 ? Infinity : first + (at + 1) * length];
    return evidence > 0 ? [{ from, to, count, usual, evidence }] : [];
  });
  return { bursts, spans };
}
