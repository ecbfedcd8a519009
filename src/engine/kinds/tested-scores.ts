import type { Context } from "../../core/detect/context";
import type { DetectorOf } from "../../core/detect/detector";
import type { SamplesBase } from "../../core/detect/samples-base";
import { scoresOfTest, type MemberWord } from "../../core/detect/test-outcome";
import type { Calibration } from "../protocol";

interface TestedScores {
  readonly scores: Float64Array;
  readonly calibration: Calibration | null;
}

/** The scores of samples; of a detector that knows its own error its evidence, and who had to say what. */
export async function testedScores<X extends SamplesBase>(
  detector: DetectorOf<X>,
  model: unknown,
  samples: X,
  context: Context,
): Promise<TestedScores> {
  if (!detector.test) return { scores: await detector.score(model, samples, context), calibration: null };
  const outcome = await detector.test(model, samples, context);
  const own: MemberWord =
    outcome.kind === "silent"
      ? { member: detector.id, said: "silent", why: outcome.why }
      : { member: detector.id, said: "spoke", why: null };
  return { scores: scoresOfTest(outcome, samples.count), calibration: { members: outcome.members ?? [own] } };
}
