import { type Confusion, fBeta, mccOf } from "../evaluate/figures";
import type { Ranked } from "../evaluate/ranked";
import type { Labels } from "./metrics";
import type { Consequence } from "./consequence";
import { thresholdMovedBy } from "./threshold";

/** The threshold that fares best by what is known, and how the others fare. */
export interface BestThreshold {
  readonly value: number;
  /** The cost or the figure there, and how many rows that are known it flags. */
  readonly fares: number;
  readonly flagged: number;
  /** The same for thresholds from the highest on: how many each flags, and how it fares. */
  readonly counts: Float64Array;
  readonly ways: Float64Array;
}

const MOST_POINTS = 200;

/** What needs to be known of rows. */
export type ByTruth = Extract<Consequence, { readonly kind: "cost" | "best" }>;

/** Tries every threshold there can be, also one that flags nothing; of several that fare alike the one that flags least. */
export function bestThreshold(ranked: Ranked, labels: Labels, by: ByTruth): BestThreshold {
  const { order, ends, sorted } = ranked;
  const faresAt = measureOf(by);
  const isBetter = by.kind === "cost" ? (a: number, b: number) => a < b : (a: number, b: number) => a > b;
  const strange = labels.reduce((sum, label) => sum + label, 0);
  const ordinary = order.length - strange;
  let hits = 0;
  let flagged = 0;
  let fares = faresAt({ hits: 0, falseAlarms: 0, missed: strange, rest: ordinary });
  const counts = [0];
  const ways = [fares];
  for (let at = 0; at < order.length; at++) {
    hits += labels[order[at]!]!; // a label for each row
    if (ends[at] === 0) continue;
    const falseAlarms = at + 1 - hits;
    const found = faresAt({ hits, falseAlarms, missed: strange - hits, rest: ordinary - falseAlarms });
    if (isBetter(found, fares)) [fares, flagged] = [found, at + 1];
    // As many points as can be seen where few rows are flagged, where it matters.
    if (at + 1 >= (counts.at(-1) ?? 0) * (1 + 8 / MOST_POINTS) || counts.length < MOST_POINTS / 4) {
      counts.push(at + 1);
      ways.push(found);
    }
  }
  const value = flagged > 0 ? sorted[flagged - 1]! : thresholdMovedBy(sorted, sorted[0] ?? 0, -order.length);
  return { value, fares, flagged, counts: Float64Array.from(counts), ways: Float64Array.from(ways) };
}

function measureOf(by: ByTruth): (confusion: Confusion) => number {
  if (by.kind === "cost") return ({ missed, falseAlarms }) => by.missed * missed + by.falseAlarm * falseAlarms;
  if (by.figure === "mcc") return mccOf;
  return (confusion) => fBeta(confusion, by.beta);
}
