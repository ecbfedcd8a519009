import { seededRandom } from "../core/math/random";
import type { EventSamples } from "../core/series/series-samples";

/** Sequences written out, one word per event. The vocabulary is in the order of first appearance, unless given. */
export function eventsFrom(
  sequences: readonly (readonly string[])[],
  { level = "event", vocabulary = [...new Set(sequences.flat())], classes, classNames }: Partial<EventSamples> = {},
): EventSamples {
  const codes = new Map(vocabulary.map((symbol, code) => [symbol, code]));
  const values = Float32Array.from(sequences.flat(), (symbol) => codes.get(symbol) ?? 0);
  const starts = new Uint32Array(sequences.length + 1);
  sequences.forEach((sequence, i) => (starts[i + 1] = starts[i]! + sequence.length)); // one more start than sequences
  return {
    kind: "events",
    count: values.length,
    shape: [1],
    width: 1,
    features: ["event"],
    origin: Uint32Array.from(values.keys()),
    vocabulary,
    starts,
    level,
    ...(classes && classNames && { classes, classNames }),
    block: (from, to) => values.subarray(from, to),
  };
}

export interface PlantedEvents {
  readonly sequences: readonly (readonly string[])[];
  /** Sequences that are strange: in one something fails, again and again; another one stops too soon. */
  readonly outOfPlace: number;
  readonly cutShort: number;
  /** The first event that fails, counted over all sequences. */
  readonly strangest: number;
}

/** Jobs that open, read or write a few times, check and close; two of them do not. */
export function plantedEvents({ count = 80, seed = 5 } = {}): PlantedEvents {
  const random = seededRandom(seed);
  const [outOfPlace, cutShort] = [23, 51];
  const sequences = Array.from({ length: count }, (_, i) => {
    const work = random() < 0.5 ? "read" : "write";
    const middle = Array.from({ length: 2 + Math.floor(3 * random()) }, () => work);
    if (i === outOfPlace) return ["open", work, work, "fail", "fail", "fail", "check", "close"];
    if (i === cutShort) return ["open"];
    return ["open", ...middle, "check", "close"];
  });
  const before = sequences.slice(0, outOfPlace).reduce((sum, { length }) => sum + length, 0);
  return { sequences, outOfPlace, cutShort, strangest: before + 3 };
}
