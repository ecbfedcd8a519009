import type { Context } from "../../core/detect/context";
import type { DetectorOf } from "../../core/detect/detector";
import { requireSamples } from "../../core/detect/require-samples";
import type { SamplesBase } from "../../core/detect/samples-base";
import { scoresOfTest, type FindingReason, type TestOutcome } from "../../core/detect/test-outcome";
import type { PreparePreference } from "../../core/prepare/recipe";

/** A detector that knows its own error: what it learns, how sure it is, and why. */
export interface OwnTest<X extends SamplesBase, M> extends Pick<
  DetectorOf<X>,
  "id" | "label" | "summary" | "blindTo" | "reference" | "leastSamples"
> {
  fit(samples: X, context: Context): Promise<M>;
  test(model: M, samples: X, context: Context): Promise<TestOutcome>;
  reasons(model: M, samples: X, which: readonly number[], context: Context): Promise<readonly FindingReason[]>;
}

const AS_READ: PreparePreference = { scale: "none", encode: "frequency", why: { code: "finding.as-read" } };

/** The rest of such a detector, the same whatever it looks at: its score is its evidence, 0 of all samples where it is silent. */
export function tested<X extends SamplesBase, M>(own: OwnTest<X, M>) {
  async function test(model: M, samples: X, context: Context): Promise<TestOutcome> {
    const outcome = await own.test(model, samples, context);
    await context.checkpoint(1);
    return outcome;
  }
  return {
    ...own,
    version: 1,
    family: "findings" as const,
    prefers: AS_READ,
    params: {},
    async fit(samples: X, _params: unknown, context: Context): Promise<M> {
      requireSamples(samples);
      const model = await own.fit(samples, context);
      await context.checkpoint(1);
      return model;
    },
    async score(model: M, samples: X, context: Context): Promise<Float64Array> {
      return scoresOfTest(await test(model, samples, context), samples.count);
    },
    test,
  };
}
