import { expect } from "vitest";
import { Cancelled } from "../core/detect/context";
import type { DetectorOf } from "../core/detect/detector";
import type { AnyParamValues } from "../core/detect/param-schema";
import type { SamplesBase } from "../core/detect/samples-base";
import { testContext, type TestContext } from "./test-context";

/** A model of the samples and their scores. */
export async function fitAndScore<X extends SamplesBase>(
  detector: DetectorOf<X>,
  samples: X,
  params: AnyParamValues,
  seed = 1,
) {
  const model = await detector.fit(samples, params, testContext(seed));
  return { model, scores: await detector.score(model, samples, testContext(seed)) };
}

/** One score for each sample, and every one a number. */
export function expectScores(scores: Float64Array, { count }: SamplesBase): void {
  expect(scores.length).toBe(count);
  expect(scores.every(Number.isFinite)).toBe(true);
}

/** The same seed gives the same scores, and so does a copy of the model as plain data. */
export async function expectSameScores<X extends SamplesBase>(
  detector: DetectorOf<X>,
  samples: X,
  params: AnyParamValues,
  { model, scores }: Awaited<ReturnType<typeof fitAndScore<X>>>,
): Promise<void> {
  expect((await fitAndScore(detector, samples, params)).scores).toEqual(scores);
  const copy: unknown = structuredClone(model);
  expect(await detector.score(copy, samples, testContext(9))).toEqual(scores);
}

/** Fitting and scoring say how far they are, from 0 up to 1, and stop when they are cancelled. */
export async function expectProgress<X extends SamplesBase>(
  detector: DetectorOf<X>,
  samples: X,
  params: AnyParamValues,
): Promise<void> {
  const fit = (context: TestContext) => detector.fit(samples, params, context);
  const model = await expectProgressOf(fit);
  await expectProgressOf((context) => detector.score(model, samples, context));
}

async function expectProgressOf<T>(work: (context: TestContext) => Promise<T>): Promise<T> {
  const context = testContext();
  const made = await work(context);
  const { progress } = context;
  expect(progress.length).toBeGreaterThan(0);
  expect(progress).toEqual([...progress].sort((a, b) => a - b));
  expect(progress[0]).toBeGreaterThanOrEqual(0);
  expect(progress.at(-1)).toBeLessThanOrEqual(1);
  await expect(work(testContext(1, 1))).rejects.toBeInstanceOf(Cancelled);
  return made;
}

/** Samples without rows and samples without features are refused by name. */
export async function expectRefusals<X extends SamplesBase>(
  detector: DetectorOf<X>,
  params: AnyParamValues,
  without: Readonly<Record<"rows" | "features", X>>,
): Promise<void> {
  for (const what of ["rows", "features"] as const)
    await expect(detector.fit(without[what], params, testContext())).rejects.toMatchObject({
      info: { code: `no-${what}` },
    });
}
