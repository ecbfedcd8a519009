import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EventDetector } from "../core/detect/detector";
import { defaultsOf, type AnyParamValues } from "../core/detect/param-schema";
import type { EventSamples } from "../core/series/series-samples";
import {
  expectProgress,
  expectRefusals,
  expectSameScores,
  expectScores,
  fitAndScore,
} from "../testing/detector-checks";
import { legalParams } from "../testing/legal-params";
import { eventsFrom, plantedEvents } from "../testing/planted-events";
import { randomRuns } from "../testing/random-runs";
import { testContext } from "../testing/test-context";
import { detectors } from "./registry";

// What knows its own error is bound by tests-contract.test.ts.
const ofEvents = detectors.filter((detector) => detector.accepts === "events").filter(({ test }) => !test);

/** Training on the slowest backend is dear. */
function thrifty(detector: EventDetector, params: AnyParamValues = defaultsOf(detector.params)): AnyParamValues {
  const small = { embedding: 4, first: 12, second: 0, passes: 20, learningRate: 0.02 };
  const custom = "network" in detector.params && { network: "custom" };
  return detector.family === "neural" ? { ...params, ...small, ...custom } : params;
}

function scoresOf(detector: EventDetector, samples: EventSamples, params = thrifty(detector)) {
  return fitAndScore(detector, samples, params);
}

/** These look at when events happen, not at which; their own tests plant what they are to find. */
const BY_TIME_ALONE: readonly string[] = ["waiting-times"];
/** These learn what a class looks like, and of classes nothing is planted here. */
const BY_CLASS: readonly string[] = ["sequence-classifier"];

/** With a class for each sequence, which all but a few detectors leave alone. */
function classed(sequences: readonly (readonly string[])[], more: Partial<EventSamples> = {}): EventSamples {
  const classes = Int32Array.from(sequences, (one) => Number(one.includes("write")));
  return eventsFrom(sequences, { classes, classNames: ["reads", "writes"], ...more });
}

const line = (count: number) => Array.from({ length: count }, (_, i) => ["a", "b", "c"][i % 3]!); // below 3

describe.each(ofEvents.map((detector) => [detector.id, detector] as const))("%s", (id, detector) => {
  const ofSymbols = it.skipIf([...BY_TIME_ALONE, ...BY_CLASS].includes(id));
  const { sequences, outOfPlace, cutShort, strangest } = plantedEvents();
  const planted = classed(sequences);
  const fitted = (() => {
    let once: ReturnType<typeof scoresOf> | null = null;
    return () => (once ??= scoresOf(detector, planted));
  })();

  ofSymbols("finds the planted sequences", async () => {
    const { scores } = await scoresOf(detector, classed(sequences, { level: "sequence" }));
    const ofSequence = [...planted.starts.slice(0, -1)].map((start) => scores[start]!); // no sequence is empty
    const strange = [...ofSequence.keys()].sort((a, b) => ofSequence[b]! - ofSequence[a]!).slice(0, 2);
    expect(strange.sort((a, b) => a - b)).toEqual([outOfPlace, cutShort]);
  });

  it("gives every event of a sequence its score where sequences are scored as a whole", async () => {
    const { scores } = await scoresOf(detector, classed(sequences, { level: "sequence" }));
    planted.starts.slice(0, -1).forEach((start, sequence) => {
      expect(new Set(scores.slice(start, planted.starts[sequence + 1])).size).toBe(1);
    });
  });

  ofSymbols("explains each event, and what it knows of likelier ones are symbols with shares", async () => {
    const { model } = await fitted();
    const attributions = await detector.explain!(model, planted, testContext()); // each of them explains itself
    expect(attributions.length).toBe(planted.count);
    const own = attributions.slice(planted.starts[outOfPlace], planted.starts[outOfPlace + 1]);
    const blamed = own.map(({ values }) => values[0]!); // one feature
    expect(planted.starts[outOfPlace]! + blamed.indexOf(Math.max(...blamed))).toBe(strangest);
    for (const { likely } of attributions) {
      const shares = (likely ?? []).map(({ share }) => share);
      expect(shares).toEqual([...shares].sort((a, b) => b - a));
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeLessThanOrEqual(1.001);
      expect(likely?.every(({ symbol }) => symbol < planted.vocabulary.length) ?? true).toBe(true);
    }
  });

  it("says of the sequence that was cut short what was to follow, if it knows", async () => {
    const attributions = await detector.explain!((await fitted()).model, planted, testContext());
    const { likely, endsEarly } = attributions[planted.starts[cutShort]!]!; // one for each event
    if (!likely) return;
    expect(endsEarly).toBe(true);
    expect(["read", "write"]).toContain(planted.vocabulary[likely[0]!.symbol]); // something follows
  });

  it("gives the same scores for the same seed, and from a copy of the model", async () => {
    await expectSameScores(detector, planted, thrifty(detector), await fitted());
  });

  it("scores a sequence the same whatever sequences come with it, and in whatever order symbols are numbered", async () => {
    const { model, scores } = await fitted();
    const [from, to] = [planted.starts[20]!, planted.starts[25]!]; // there are more
    const some = classed(sequences.slice(20, 25), { vocabulary: [...planted.vocabulary].reverse() });
    const alone = await detector.score(model, some, testContext());
    expect(alone.length).toBe(to - from);
    alone.forEach((score, event) => expect(score).toBeCloseTo(scores[from + event]!, 5)); // as many
  });

  ofSymbols("finds a symbol that it has never seen strange", async () => {
    const { model, scores } = await fitted();
    const one = eventsFrom([["open", "read", "explode", "read", "check", "close"]]);
    const found = await detector.score(model, one, testContext());
    const sorted = scores.toSorted();
    expect(Math.max(...found)).toBeGreaterThan(sorted[Math.floor(0.95 * sorted.length)]!); // there are events
  });

  it("says how far it is and stops when it is cancelled", async () => {
    await expectProgress(detector, planted, thrifty(detector));
  });

  it("gives finite scores for any legal parameters, of events and of sequences", async () => {
    await fc.assert(
      fc.asyncProperty(legalParams(detector.params), fc.constantFrom("event", "sequence"), async (params, level) => {
        const small = classed(sequences.slice(15, 30), { level });
        const cheap = detector.family === "neural" ? { ...params, passes: 1 } : params;
        const { scores } = await scoresOf(detector, small, cheap);
        expectScores(scores, small);
      }),
      randomRuns(detector.family === "neural" ? 4 : 12),
    );
  });

  it.each([
    ["one event", [["a"]]],
    ["sequences of length one", Array.from({ length: 30 }, (_one, i) => [i % 9 === 4 ? "b" : "a"])],
    ["one symbol throughout", [Array<string>(50).fill("a"), Array<string>(20).fill("a")]],
    ["one long stream", [line(700)]],
    ["a sequence that is much longer than the others", [["a", "b"], line(400), ["b", "c"]]],
    ["a symbol of its own for every event", [Array.from({ length: 520 }, (_one, i) => `s${i}`), ["s1", "s2"]]],
    [
      "events without a symbol",
      [
        ["a", "", "b"],
        ["", ""],
        ["a", "b"],
      ],
    ],
  ])("copes with %s", async (_name, written) => {
    for (const level of ["event", "sequence"] as const) {
      const samples = eventsFrom(written, { level });
      const { model, scores } = await scoresOf(detector, samples, { ...thrifty(detector), ...("passes" in detector.params && { passes: 2 }) }); // prettier-ignore
      expectScores(scores, samples);
      const attributions = await detector.explain!(model, samples, testContext());
      expect(attributions.every(({ values }) => values.every(Number.isFinite))).toBe(true);
    }
  });

  it("refuses no events and no features", async () => {
    await expectRefusals(detector, thrifty(detector), {
      rows: eventsFrom([]),
      features: { ...eventsFrom([["a"]]), width: 0, shape: [0], features: [] },
    });
  });
});
