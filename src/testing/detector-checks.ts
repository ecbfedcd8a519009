import { expect } from "vitest";
import { Failure } from "../core/data/failure";
import { Cancelled } from "../core/detect/context";
import type { DetectorOf } from "../core/detect/detector";
import { defaultsOf, type AnyParamValues } from "../core/detect/param-schema";
import type { SamplesBase } from "../core/detect/samples-base";
import { scoresOfTest, type TestOutcome } from "../core/detect/test-outcome";
import { packed } from "../io/keep/pack";
import { unpacked } from "../io/keep/unpack";
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

/** The same seed gives the same scores, and so does the model as it is kept in a file. */
export async function expectSameScores<X extends SamplesBase>(
  detector: DetectorOf<X>,
  samples: X,
  params: AnyParamValues,
  { model, scores }: Awaited<ReturnType<typeof fitAndScore<X>>>,
): Promise<void> {
  expect((await fitAndScore(detector, samples, params)).scores).toEqual(scores);
  const copy = await keptAndRead(model);
  expect(await detector.score(copy, samples, testContext(9))).toEqual(scores);
}

/** Plain data as it comes back from a file. */
async function keptAndRead(value: unknown): Promise<unknown> {
  const { pieces } = packed(value);
  return unpacked(await new Blob(pieces.map((piece) => Uint8Array.from(piece))).arrayBuffer());
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

/** The most that may bear evidence of 1 and of 2 where a tenth and a hundredth are due: even, or on the safe side. */
const MAX_SHARE = { 1: 0.15, 2: 0.02 } as const;

/** Its evidence is one finite number of at least 0 for each sample; samples that share one next to each other are one thing. */
export async function outcomeOf<X extends SamplesBase>(detector: DetectorOf<X>, samples: X): Promise<TestOutcome> {
  const model = await detector.fit(samples, defaultsOf(detector.params), testContext());
  const outcome = await detector.test!(model, samples, testContext()); // asked of those that have one
  if (outcome.kind === "silent") return outcome;
  expect(outcome.evidence.length).toBe(samples.count);
  expect(outcome.evidence.every((one) => Number.isFinite(one) && one >= 0)).toBe(true);
  expect(await detector.score(model, samples, testContext())).toEqual(scoresOfTest(outcome, samples.count));
  return outcome;
}

/** On data in which nothing is strange it is silent, or its evidence is even in the bulk, or smaller than that. */
export async function expectEven<X extends SamplesBase>(
  detector: DetectorOf<X>,
  ordinary: (seed: number) => X,
): Promise<void> {
  const counts = { things: 0, 1: 0, 2: 0, sure: 0 };
  for (let seed = 1; seed <= 4; seed++) {
    const samples = ordinary(seed);
    const outcome = await outcomeOf(detector, samples);
    if (outcome.kind === "silent") continue;
    const { evidence, things = samples.count } = outcome;
    const apart = evidence.filter((one, at) => one !== evidence[at - 1]);
    counts.things += things;
    for (const least of [1, 2] as const) counts[least] += apart.filter((one) => one >= least).length;
    counts.sure += apart.filter((one) => one >= Math.log10(things / 0.2)).length;
  }
  for (const least of [1, 2] as const)
    expect(counts[least] / Math.max(1, counts.things)).toBeLessThanOrEqual(MAX_SHARE[least]);
  // .8 are due in the four together.
  expect(counts.sure).toBeLessThanOrEqual(3);
}

/** Samples that are too few or all alike: it says nothing, or nothing for sure, or that it cannot. */
export async function expectNothingSure<X extends SamplesBase>(detector: DetectorOf<X>, samples: X): Promise<void> {
  const outcome = await outcomeOf(detector, samples).catch((error: unknown) => {
    if (!(error instanceof Failure)) throw error;
    return null;
  });
  if (outcome?.kind !== "tested") return;
  const { evidence, things = samples.count } = outcome;
  expect(Math.max(0, ...evidence)).toBeLessThan(Math.log10(things / 0.2));
}
