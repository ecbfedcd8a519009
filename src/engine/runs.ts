import { Failure } from "../core/data/failure";
import type { Note } from "../core/data/note";
import type { Context, Detector, Metric } from "../core/detect/detector";
import { illegalParams } from "../core/detect/param-schema";
import { runKeyOf } from "../core/detect/run-key";
import { withSight, type Sight } from "../core/detect/sight";
import { seededRandom } from "../core/math/random";
import type { Prepared } from "../core/prepare/apply-recipe";
import { detectorById } from "../detectors/registry";
import { createCheckpoint } from "./breathe";
import type { CallTools } from "./calls";
import { combineRuns } from "./combine-runs";
import type { Matrices, Matrix } from "./matrices";
import { rankingPartsOf } from "./ranking-parts";
import { stopwatch } from "./stopwatch";
import type { CombineRequest, Phase, RunRequest, RunResult } from "./protocol";
import type { StoredRun } from "./stored-run";
import type { Tables } from "./tables";

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
    /** The matrix that a run's detector saw, the first member's of a combination; made again when it was evicted. */
    matrixOf(run: StoredRun, tools: CallTools): Promise<Matrix> {
      const { detector } = run.kind === "fitted" ? run : run.members[0]!;
      return matrices.get(
        run.table,
        run.request.recipe,
        detector.prefers,
        createCheckpoint(tools, () => "prepare"),
      );
    },
    /** Prepares, fits, scores and ranks. The same request gives the same scores. */
    async make(request: RunRequest, tools: CallTools): Promise<RunResult> {
      const table = tables.get(request.dataset);
      const detector = checkedDetector(request);
      const notes: Note[] = [];
      const metrics: Metric[] = [];
      let sights: readonly Sight[] = [];
      let unsent: Sight[] = [];
      let endedEarly = false;
      let phase: Phase = "prepare";
      const breathe = createCheckpoint(tools, () => phase);
      const context: Context = {
        random: seededRandom(request.seed),
        backend: request.backend,
        note: (note) => notes.push(note),
        checkpoint: (done, more) => {
          if (!more) return breathe(done);
          metrics.push(...more);
          const sent = { metrics: more, sights: unsent };
          unsent = [];
          return breathe(done, sent);
        },
        show: (sight) => {
          sights = withSight(sights, sight);
          unsent.push(sight);
        },
        endsEarly: () => {
          endedEarly ||= phase === "fit" && tools.endsEarly();
          return endedEarly;
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
      const key = runKeyOf({
        ...request,
        version: detector.version,
        backend: detector.family === "neural" ? request.backend : "none",
      });
      const result: RunResult = {
        key,
        request,
        ...rankingPartsOf(scores),
        features: prepared.samples.features,
        seconds: { prepare, fit, score },
        notes: [...prepared.notes, ...notes],
        metrics,
        sights,
        endedEarly,
      };
      runs.set(key, { kind: "fitted", request, table, detector, model, result });
      return copyOf(result);
    },
    /** One result from the ranks of several. */
    async combine(request: CombineRequest, tools: CallTools): Promise<RunResult> {
      const table = tables.get(request.dataset);
      const members = request.runs.map((key) => {
        const run = runs.get(key);
        if (!run) throw new Failure({ code: "unknown-run" });
        return run;
      });
      const combined = await combineRuns(request, table, members, tools);
      runs.set(combined.result.key, combined);
      return copyOf(combined.result);
    },
  };
}

/** What the page gets: buffers that are sent are emptied here. */
function copyOf(result: RunResult): RunResult {
  return { ...result, scores: result.scores.slice(), order: result.order.slice(), sorted: result.sorted.slice() };
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
