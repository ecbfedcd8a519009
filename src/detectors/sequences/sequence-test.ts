import type { Context } from "../../core/detect/context";
import { defineEventDetector, type EventDetector } from "../../core/detect/detector";
import { requireSamples } from "../../core/detect/require-samples";
import { scoresOfTest, type FindingReason, type TestOutcome } from "../../core/detect/test-outcome";
import { MIN_CASES } from "../../core/findings/cases";
import type { EventSamples } from "../../core/series/series-samples";

/** A detector of events that knows its own error: what it learns, how sure it is, and why. */
export interface SequenceTest<M> extends Pick<EventDetector, "id" | "label" | "summary" | "blindTo" | "reference"> {
  fit(samples: EventSamples, context: Context): Promise<M>;
  test(model: M, samples: EventSamples, context: Context): Promise<TestOutcome>;
  reasons(
    model: M,
    samples: EventSamples,
    which: readonly number[],
    context: Context,
  ): Promise<readonly FindingReason[]>;
}

/** The detector: its score is its evidence, 0 of all samples where it is silent. */
export function defineSequenceTest<M>(own: SequenceTest<M>) {
  const detector = {
    ...own,
    version: 1,
    family: "findings" as const,
    prefers: { scale: "none", encode: "one-hot", why: { code: "finding.as-read" } } as const,
    params: {},
    async fit(samples: EventSamples, _params: unknown, context: Context) {
      requireSamples(samples);
      const model = await own.fit(samples, context);
      await context.checkpoint(1);
      return model;
    },
    async score(model: M, samples: EventSamples, context: Context) {
      return scoresOfTest(await detector.test(model, samples, context), samples.count);
    },
    async test(model: M, samples: EventSamples, context: Context) {
      const outcome = await own.test(model, samples, context);
      await context.checkpoint(1);
      return outcome;
    },
  };
  // `defineEventDetector` leaves open whether a detector tests.
  return { ...defineEventDetector(detector), test: detector.test };
}

/** What is said where sequences are too few to be compared; null where there are enough. */
export function tooFewSequences({ starts }: EventSamples): TestOutcome | null {
  if (starts.length - 1 >= MIN_CASES) return null;
  return { kind: "silent", why: { code: "event-finding.few-sequences", values: { least: MIN_CASES } } };
}
