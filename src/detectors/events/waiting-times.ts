import { defineEventDetector } from "../../core/detect/detector";
import { requireSamples } from "../../core/detect/require-samples";
import { usualWaitsOf, waitKey, waitsOf, type UsualWaits } from "../../core/findings/waits";
import { scoresOf, sequenceParam } from "../../core/series/sequence-scores";
import type { EventSamples } from "../../core/series/series-samples";

export interface WaitingTimesModel {
  /** Null where no times are known, the clock is too coarse, or too few events follow each other often. */
  readonly usual: UsualWaits | null;
  readonly sequence: "max" | "mean";
}

/**
 * How far the wait before each event is from the usual one between the same two events: by ratio, in the spread of such
 * ratios; 0 where nothing is usual. A day late among minutes counts as much as a year late among days.
 */
export const waitingTimes = defineEventDetector({
  id: "waiting-times",
  version: 1,
  label: "Waiting times",
  family: "events",
  summary:
    "Compares how long each event comes after the one before it with the usual wait between the same two events.",
  blindTo: "Which events happen and in what order; logs without times, and pairs of events that are rare.",
  reference:
    "Rogge-Solti, A. & Kasneci, G. (2014). Temporal anomaly detection in business processes. BPM; with the middle and the spread of the logarithms in place of fitted distributions.",
  prefers: { scale: "none", encode: "one-hot", why: { code: "sequence.symbols-as-they-are" } },
  params: { ...sequenceParam },
  async fit(events, { sequence }, context): Promise<WaitingTimesModel> {
    requireSamples(events);
    await context.checkpoint(0);
    const usual = events.times ? usualWaitsOf(events, waitsOf(events, events.times.values)) : null;
    if (usual === null) context.note({ code: "sequence.no-waits" });
    await context.checkpoint(1);
    return { usual, sequence };
  },
  async score(model, events, context) {
    await context.checkpoint(0);
    const ofEnd = new Float64Array(events.starts.length - 1).fill(NaN);
    const scores = scoresOf(events, { ofEvent: oddWaits(model, events), ofEnd }, model.sequence);
    await context.checkpoint(1);
    return scores;
  },
  explain: (model, events) =>
    Promise.resolve(
      Array.from(oddWaits(model, events), (odd) => ({
        over: "features" as const,
        values: Float32Array.of(odd),
        additive: events.level === "event",
      })),
    ),
});

/** By event, how many spreads the wait before it is from the usual one; 0 where that is not known. */
function oddWaits({ usual }: WaitingTimesModel, events: EventSamples): Float64Array {
  const odd = new Float64Array(events.count);
  if (!usual || !events.times) return odd;
  waitsOf(events, events.times.values).forEach((wait, event) => {
    const own = Number.isFinite(wait) ? usual.groups.get(waitKey(events, event)) : undefined;
    if (own) odd[event] = Math.abs(Math.log(Math.max(usual.shortest, wait)) - own.middle) / own.spread;
  });
  return odd;
}
