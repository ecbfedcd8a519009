import type { ParamSchema } from "../detect/param-schema";
import type { EventSamples } from "./series-samples";

/** What speaks for each event being strange, and for each sequence that it ended where it did. */
export interface Surprises {
  /** By event, -log of its probability. */
  readonly ofEvent: Float64Array;
  /** By sequence; NaN where ends mean nothing. */
  readonly ofEnd: Float64Array;
}

/** The parameter of everything that scores events one by one. */
export const sequenceParam = {
  sequence: {
    kind: "choice",
    default: "max",
    options: ["max", "mean"],
    label: "Score of a sequence",
    help: "Where sequences are scored as a whole: by their largest surprise, or by the mean over their events.",
    main: true,
  },
} as const satisfies ParamSchema;

/** Where there is one sequence only, as in a stream, its end tells nothing: it is where the file stops. */
export function endsMatter({ starts }: Pick<EventSamples, "starts">): boolean {
  return starts.length > 2;
}

/**
 * A score for each event: its surprise, of the last one of a sequence also that it is the last; or, where sequences are
 * scored as a whole, that of its sequence.
 */
export function scoresOf(samples: EventSamples, surprises: Surprises, by: "max" | "mean"): Float64Array {
  return samples.level === "sequence" ? bySequence(samples, surprises, by) : byEvent(samples, surprises);
}

export function byEvent({ starts }: Pick<EventSamples, "starts">, { ofEvent, ofEnd }: Surprises): Float64Array {
  const scores = ofEvent.slice();
  ofEnd.forEach((surprise, sequence) => {
    const last = starts[sequence + 1]! - 1; // one more start than sequences
    if (last >= starts[sequence]! && surprise > scores[last]!) scores[last] = surprise; // an event
  });
  return scores;
}

function bySequence({ starts }: EventSamples, { ofEvent, ofEnd }: Surprises, by: "max" | "mean"): Float64Array {
  const scores = new Float64Array(ofEvent.length);
  ofEnd.forEach((end, sequence) => {
    const own = ofEvent.subarray(starts[sequence], starts[sequence + 1]);
    let [largest, sum] = Number.isNaN(end) ? [0, 0] : [end, end];
    for (const surprise of own) {
      sum += surprise;
      if (surprise > largest) largest = surprise;
    }
    const count = own.length + (Number.isNaN(end) ? 0 : 1);
    scores.fill(by === "max" ? largest : sum / Math.max(1, count), starts[sequence], starts[sequence + 1]);
  });
  return scores;
}
