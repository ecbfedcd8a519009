import type { Note } from "../../core/data/note";
import type { ClassAnswers } from "../../core/detect/class-answers";
import type { Detector } from "../../core/detect/detector";
import { plainSamples, type PlainSamples } from "../../core/detect/plain-samples";
import { rangesOf } from "../../core/detect/ranges";
import type { CallTools } from "../calls/host";
import type { Apart, Scored } from "../engine-kind";
import type { Loan } from "../pool/loans";
import type { Pool } from "../pool/pool";
import type { RunRequest } from "../protocol";
import type { Said } from "../run-context";
import { stopwatch } from "../stopwatch";

/** Smaller ones are fitted and scored before a thread has started. */
const MIN_NUMBERS = 50_000;
/** What is scored waits for what is fitted: a fit takes its time in one thread, and scoring fills what others leave. */
const AFTER_FITS = 1;

const NOTHING_SAID: Said = { notes: [], metrics: [], trainingViews: [], endedEarly: false, chance: false };

/** A detector that learned and scored in other threads. */
interface FittedApart {
  readonly model: unknown;
  readonly said: Said;
  readonly scored: Scored;
  readonly seconds: { readonly fit: number; readonly score: number };
}

/** A run, as far as other threads are concerned. */
export interface RunApart {
  readonly pool: Pool;
  readonly apart: Apart;
  readonly request: RunRequest;
  readonly detector: Detector;
  /** What was learned elsewhere: nothing is fitted then. */
  readonly learned: { readonly model: unknown } | null;
  readonly tools: CallTools;
}

/** Whether threads of the pool are to do it. */
export function goesApart(pool: Pool, { samples }: Apart): boolean {
  return pool.size > 1 && samples.count * samples.width >= MIN_NUMBERS;
}

/**
 * Fits a detector in one thread of the pool and scores in all that are free, range by range: by the contract of detectors
 * a sample's score does not depend on those beside it, so that all is as if one had done it. Rejects with `NoHelpers`.
 */
export async function fitApart(run: RunApart): Promise<FittedApart> {
  const { pool, apart, learned } = run;
  const seen = pool.lend(plainSamples(apart.samples), apart.samples);
  try {
    const seconds = stopwatch();
    const keeps = pool.loanId();
    const { model, ...said } = learned ? { ...NOTHING_SAID, model: learned.model } : await fitOne(run, keeps);
    const fit = seconds();
    const { scores, answers, notes } = await scoreRanges(run, seen, pool.lend(model, {}, keeps));
    return {
      model,
      said: { ...said, notes: [...said.notes, ...notes] },
      scored: apart.scored(scores, answers),
      seconds: { fit, score: seconds() },
    };
  } finally {
    seen.giveBack();
  }
}

async function fitOne({ pool, apart, request: { detector, params, seed, backend }, tools }: RunApart, keeps: string) {
  const toLearn = apart.learned();
  const learned = pool.lend(plainSamples(toLearn), toLearn);
  try {
    return await pool.do("fit", { detector, params, seed, backend }, { learned }, tools, { keeps });
  } finally {
    learned.giveBack();
  }
}

/** The scores of all samples, put together of those of their ranges. */
async function scoreRanges(
  { pool, apart: { samples }, detector, tools }: RunApart,
  seen: Loan<PlainSamples>,
  model: Loan<unknown>,
): Promise<{ scores: Float64Array; answers: ClassAnswers | null; notes: readonly Note[] }> {
  const { count } = samples;
  // Classes are answered for all samples at once.
  const canTell = Boolean(detector.classify);
  const ranges = canTell ? [{ from: 0, to: count }] : rangesOf(count);
  const scores = new Float64Array(count);
  const done = new Float64Array(ranges.length);
  let isOver = false;
  try {
    const scored = await Promise.all(
      ranges.map(async ({ from, to }, at) => {
        const own: CallTools = {
          progress(progress) {
            done[at] = (progress.done ?? 0) * (to - from);
            tools.progress({ ...progress, done: done.reduce((sum, part) => sum + part, 0) / count });
          },
          cancelled: () => isOver || tools.cancelled(),
          endsEarly: () => false,
        };
        const loans = { samples: seen, model };
        const found = await pool.do("score", { detector: detector.id, from, to }, loans, own, { urgency: AFTER_FITS });
        scores.set(found.scores, from);
        done[at] = to - from;
        return found;
      }),
    );
    return { scores, answers: scored[0]?.answers ?? null, notes: scored[0]?.notes ?? [] };
  } finally {
    // Where one range fails, the others are for nothing.
    isOver = true;
    model.giveBack();
  }
}
