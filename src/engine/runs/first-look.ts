import type { Context } from "../../core/detect/context";
import { seededRandom } from "../../core/math/random";
import type { Scored, Work } from "../engine-kind";
import type { RunRequest, Sampled } from "../protocol";
import { stopwatch } from "../stopwatch";

/** What a sample of the rows says. */
export interface FirstLook extends Pick<Scored, "scores" | "calibration"> {
  readonly model: unknown;
  readonly sampled: Sampled;
  readonly seconds: { readonly prepare: number; readonly fit: number; readonly score: number };
}

/** So many rows are learned from and scored within a second or so, and hold one of a thousand strangers of a thousandth. */
const ROWS_LOOKED_AT = 10_000;

/**
 * Learns from a sample of the rows and scores it, so that there is something to see while all are scored; null where the
 * work knows no sample. Chance is its own: what follows is the same with and without it.
 */
export async function firstLookAt(
  { sample }: Work,
  { seed, params }: Pick<RunRequest, "seed" | "params">,
  context: Context,
): Promise<FirstLook | null> {
  if (!sample) return null;
  const random = seededRandom(seed);
  const own: Context = {
    ...context,
    random,
    note: () => undefined,
    // How much of the whole is done it does not tell.
    checkpoint: () => context.pause(),
  };
  const work = sample(ROWS_LOOKED_AT, random);
  const seconds = stopwatch();
  const model = await work.fit(params, own);
  const fit = seconds();
  const { scores, calibration } = await work.score(model, own);
  return { model, scores, calibration, sampled: work.sampled, seconds: { prepare: 0, fit, score: seconds() } };
}
