import type { ColumnSamples } from "../../core/detect/column-samples";
import type { Context } from "../../core/detect/context";
import { defineColumnDetector, type Family } from "../../core/detect/detector";
import type { PreparePreference } from "../../core/prepare/recipe";
import { scoresOfTest, type FindingReason, type TestOutcome } from "../../core/detect/test-outcome";
import { requireSamples } from "../../core/detect/require-samples";

/** A detector of columns that knows its own error: what it learns, how sure it is, and why. */
export interface ColumnTest<M> {
  readonly id: string;
  readonly label: string;
  readonly family: Family;
  readonly summary: string;
  readonly blindTo: string;
  readonly reference: string;
  fit(samples: ColumnSamples, context: Context): Promise<M>;
  test(model: M, samples: ColumnSamples, context: Context): Promise<TestOutcome>;
  reasons(
    model: M,
    samples: ColumnSamples,
    which: readonly number[],
    context: Context,
  ): Promise<readonly FindingReason[]>;
}

const AS_READ: PreparePreference = { scale: "none", encode: "frequency", why: { code: "finding.as-read" } };

/** The detector: its score is its evidence, 0 of all samples where it is silent. */
export function defineColumnTest<M>(own: ColumnTest<M>) {
  const detector = {
    ...own,
    version: 1,
    prefers: AS_READ,
    params: {},
    async fit(samples: ColumnSamples, _params: unknown, context: Context) {
      requireSamples(samples);
      return own.fit(samples, context);
    },
    async score(model: M, samples: ColumnSamples, context: Context) {
      const outcome = await own.test(model, samples, context);
      await context.checkpoint(1);
      return scoresOfTest(outcome, samples.count);
    },
  };
  // `defineColumnDetector` leaves open whether a detector tests.
  return { ...defineColumnDetector(detector), test: detector.test };
}
