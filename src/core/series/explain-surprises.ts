import type { Attribution } from "../explain/attribution";
import type { EventSamples } from "./series-samples";
import { byEvent, type Surprises } from "./sequence-scores";

export type Likely = NonNullable<Attribution["likely"]>;

/** Symbols that are named as likely. */
export const MAX_SYMBOLS_NAMED = 3;

/**
 * One attribution for each event: its own surprise (whatever its sequence scores, it says which event broke the
 * pattern), and what was likely there; after the last event of a sequence whose end is the greater surprise, what was
 * likely to follow.
 */
export function explainSurprises(
  samples: EventSamples,
  surprises: Surprises,
  likelyAt: (event: number) => Likely,
  likelyAfter: (sequence: number) => Likely,
): Attribution[] {
  const scores = byEvent(samples, surprises);
  const additive = samples.level === "event";
  const attributions: Attribution[] = [];
  surprises.ofEnd.forEach((end, sequence) => {
    const last = samples.starts[sequence + 1]! - 1; // one more start than sequences
    for (let event = samples.starts[sequence]!; event <= last; event++) {
      const endsEarly = event === last && end > surprises.ofEvent[event]!; // an event; NaN is not greater
      attributions.push({
        over: "features",
        values: Float32Array.of(scores[event]!), // one score for each event
        likely: endsEarly ? likelyAfter(sequence) : likelyAt(event),
        ...(endsEarly && { endsEarly: true as const }),
        additive,
      });
    }
  });
  return attributions;
}
