import { Failure } from "../core/data/failure";
import type { Note } from "../core/data/note";
import type { Context, Detector, Metric } from "../core/detect/detector";
import { illegalParams } from "../core/detect/param-schema";
import { runKeyOf } from "../core/detect/run-key";
import { seededRandom } from "../core/math/random";
import type { Prepared } from "../core/prepare/apply-recipe";
import { rankScores } from "../core/score/rank";
import { suggestionsOf } from "../core/score/threshold";
import { fitUnusualness } from "../core/score/unusualness";
import { detectorById } from "../detectors/registry";
import { createCheckpoint } from "./breathe";
import type { CallTools } from "./calls";
import type { Matrices, Matrix } from "./matrices";
import type { Phase, RunRequest, RunResult } from "./protocol";
import type { Table, Tables } from "./tables";

/** A run as the worker keeps it: enough to explain, project and export without fitting again. */
export interface StoredRun {
  readonly request: RunRequest;
  readonly table: Table;
  readonly detector: Detector;
  readonly model: unknown;
  readonly result: RunResult;
}

/** The runs that were made and not yet forgotten, by key. */
export function createRuns(tables: Tables, matrices: Matrices) {
  const runs = new Map<string, StoredRun>();

  return {
    get(key: string): StoredRun {
      const run = runs.get(key);
      if (!run) throw new Failure({ code: "unknown-run" });
      return run;
    },
    forget(key: string): void {
      runs.delete(key);
    },
    forgetTable(id: string): void {
      for (const [key, run] of runs) if (run.table.id === id) runs.delete(key);
    },
    /** The matrix that a run's detector saw; made again when it was evicted. */
    matrixOf(run: StoredRun, tools: CallTools): Promise<Matrix> {
      return matrices.get(
        run.table,
        run.request.recipe,
        run.detector.prefers,
        createCheckpoint(tools, () => "prepare"),
      );
    },
    /** Prepares, fits, scores and ranks. The same request gives the same scores. */
    async make(request: RunRequest, tools: CallTools): Promise<RunResult> {
      const table = tables.get(request.dataset);
      const detector = checkedDetector(request);
      const notes: Note[] = [];
      const metrics: Metric[] = [];
      let phase: Phase = "prepare";
      const breathe = createCheckpoint(tools, () => phase);
      const context: Context = {
        random: seededRandom(request.seed),
        backend: request.backend,
        note: (note) => notes.push(note),
        checkpoint: (done, more) => {
          if (more) metrics.push(...more);
          return breathe(done, more ? { metrics: more } : {});
        },
      };
      const seconds = stopwatch();
      const prepared = await matrices.get(table, request.recipe, detector.prefers, breathe);
      const prepare = seconds();
      phase = "fit";
      const model = await detector.fit(prepared.samples, request.params, context);
      const fit = seconds();
      phase = "score";
      const ofSamples = await detector.score(model, prepared.samples, context);
      const score = seconds();
      phase = "rank";
      const scores = byRow(ofSamples, prepared, table.dataset.rowCount);
      const { order, sorted } = rankScores(scores);
      const key = runKeyOf({
        ...request,
        version: detector.version,
        backend: detector.family === "neural" ? request.backend : "none",
      });
      const result: RunResult = {
        key,
        request,
        scores,
        order,
        sorted,
        scale: fitUnusualness(sorted),
        suggestions: suggestionsOf(sorted),
        features: prepared.samples.features,
        seconds: { prepare, fit, score },
        notes: [...prepared.notes, ...notes],
        metrics,
      };
      // The page gets copies: buffers that are sent are emptied here.
      runs.set(key, { request, table, detector, model, result });
      return { ...result, scores: scores.slice(), order: order.slice(), sorted: sorted.slice() };
    },
  };
}

function checkedDetector(request: RunRequest): Detector {
  const detector = detectorById(request.detector);
  if (!detector)
    throw new Failure({ code: "illegal-parameter", values: { parameter: "detector", why: request.detector } });
  const [problem] = illegalParams(detector.params, request.params);
  if (problem) throw new Failure({ code: "illegal-parameter", values: { parameter: problem.param, why: problem.why } });
  return detector;
}

/** Scores of samples laid out by row of the table; NaN where the recipe dropped the row. */
function byRow(ofSamples: Float64Array, { samples }: Prepared, rowCount: number): Float64Array {
  const scores = new Float64Array(rowCount).fill(NaN);
  for (let sample = 0; sample < ofSamples.length; sample++) {
    const score = ofSamples[sample]!;
    if (!Number.isFinite(score))
      throw new Failure({ code: "not-finite", values: { row: samples.origin[sample]! + 1 } });
    scores[samples.origin[sample]!] = score;
  }
  return scores;
}

/** Seconds since the last call. */
function stopwatch(): () => number {
  let before = performance.now();
  return () => {
    const now = performance.now();
    const seconds = (now - before) / 1000;
    before = now;
    return seconds;
  };
}
