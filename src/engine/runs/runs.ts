import { illegalParameter } from "../../core/data/illegal-parameter";
import { Failure } from "../../core/data/failure";
import type { Detector } from "../../core/detect/detector";
import { illegalParams } from "../../core/detect/param-schema";
import { runKeyOf } from "../../core/detect/run-key";
import { calibratedSuggestionsOf } from "../../core/score/calibrated";
import { countAtOrAbove } from "../../core/score/threshold";
import { detectorById } from "../../detectors/registry";
import type { CallTools } from "../calls/host";
import { combineRuns } from "./combine-runs";
import { fitRun } from "./fit-run";
import { guideRun } from "./guide-run";
import { requireFit, type Kinds } from "../kinds/kinds";
import type { Pool } from "../pool/pool";
import { forgetMaps, keepMaps } from "../images/run-maps";
import { memberFor, modelFor, type Models } from "../models";
import type { FirstLook } from "./first-look";
import { ruleRun } from "./rule-run";
import { learnedAmong, rankingPartsOf } from "./ranking-parts";
import type { CombineRequest, GuideRequest, RuleRequest, RunRequest, RunResult } from "../protocol";
import type { CombinedRun, FittedRun, StoredRun } from "../stored-run";
import type { Table, Tables } from "../tables";

/** The runs that were made and not yet forgotten, by key. */
export function createRuns(tables: Tables, kinds: Kinds, models: Models, pool: Pool) {
  const runs = new Map<string, StoredRun>();

  async function combinedBy(request: CombineRequest, tools: CallTools): Promise<CombinedRun> {
    const members = request.runs.map((key) => {
      const run = runs.get(key);
      if (!run) throw new Failure({ code: "unknown-run" });
      return run;
    });
    const table = tables.get(request.dataset);
    const kept = await modelFor(models, members[0]?.request.recipe ?? table.told.recipe);
    return combineRuns(request, table, members, tools, kept?.reference ?? null);
  }

  return {
    get(key: string): StoredRun {
      const run = runs.get(key);
      if (!run) throw new Failure({ code: "unknown-run" });
      return run;
    },
    /** Those of these keys that were not forgotten meanwhile. */
    among(keys: readonly string[]): StoredRun[] {
      return keys.flatMap((key) => runs.get(key) ?? []);
    },
    forget(key: string): void {
      const run = runs.get(key);
      if (run?.kind === "fitted") forgetMaps(run);
      runs.delete(key);
    },
    forgetTable(id: string): void {
      for (const [key, run] of runs) if (run.table.id === id) this.forget(key);
    },
    /** Prepares, fits, scores and ranks. The same request gives the same scores. */
    async make(request: RunRequest, tools: CallTools): Promise<RunResult> {
      const table = tables.get(request.dataset);
      const detector = checkedDetector(request);
      const kept = await modelFor(models, request.recipe);
      const learned = kept && memberFor(kept, request);
      const key = runKeyOf({
        ...request,
        version: detector.version,
        backend: detector.family === "neural" ? request.backend : "none",
      });
      const { model, scores, maps, ...told } = await fitRun(request, detector, table, { kinds, pool }, tools, {
        learned,
        onFirstLook(first) {
          const result = firstResult(`${key}-sample`, request, table, first);
          runs.set(result.key, { kind: "fitted", request, table, detector, model: first.model, result });
          tools.progress({ phase: "score", done: null, firstLook: result });
        },
      });
      const among = learned?.reference ?? learnedAmong(scores, table, request.recipe);
      const ranking = rankingPartsOf(scores, table, request.recipe, told.calibration, among);
      const suggestions = isTaught(detector) ? withPrediction(ranking) : ranking.suggestions;
      const result: RunResult = { key, request, ...ranking, suggestions, ...told };
      const run: FittedRun = { kind: "fitted", request, table, detector, model, result, ...(among && { among }) };
      runs.set(key, run);
      if (maps) keepMaps(run, maps);
      return copyOf(result);
    },
    /** Takes a run as it was made once. */
    hold(run: FittedRun): RunResult {
      runs.set(run.result.key, run);
      return copyOf(run.result);
    },
    /** One result from the ranks of several. */
    async combine(request: CombineRequest, tools: CallTools): Promise<RunResult> {
      const combined = await combinedBy(request, tools);
      runs.set(combined.result.key, combined);
      return copyOf(combined.result);
    },
    /** The same, corrected by marks. */
    async guide(request: GuideRequest, tools: CallTools): Promise<RunResult> {
      const guided = await guideRun(request, await combinedBy(request, tools), kinds, tools);
      runs.set(guided.result.key, guided);
      return copyOf(guided.result);
    },
    /** The same, under rules. */
    async rule(request: RuleRequest, tools: CallTools): Promise<RunResult> {
      const ruled = ruleRun(request, await combinedBy(request, tools));
      runs.set(ruled.result.key, ruled);
      return copyOf(ruled.result);
    },
  };
}

/** What a sample of the rows says, as a result: what stands out among them is what would stand out among all. */
function firstResult(
  key: string,
  request: RunRequest,
  table: Table,
  { scores, calibration, sampled, features, seconds }: FirstLook & Pick<RunResult, "features">,
): RunResult {
  const parts = rankingPartsOf(scores, table, request.recipe, calibration);
  const suggestions = calibration ? calibratedSuggestionsOf(parts.sorted, sampled.of) : parts.suggestions;
  const nothing = { notes: [], metrics: [], trainingViews: [], endedEarly: false, chance: true };
  return { key, request, ...parts, suggestions, features, seconds, calibration, sampled, ...nothing };
}

function isTaught(detector: Detector): boolean {
  return detector.accepts === "matrix" && detector.taught === true;
}

/** The named thresholds, with what a detector that is taught says itself: strange from 0 on. */
function withPrediction({ suggestions, sorted }: Pick<RunResult, "suggestions" | "sorted">): RunResult["suggestions"] {
  return [...suggestions, { name: "predicted", value: 0, count: countAtOrAbove(sorted, 0) }];
}

/** What the page gets: buffers that are sent are emptied here. */
function copyOf(result: RunResult): RunResult {
  return { ...result, scores: result.scores.slice(), order: result.order.slice(), sorted: result.sorted.slice() };
}

function checkedDetector(request: RunRequest): Detector {
  const detector = detectorById(request.detector);
  if (!detector) throw illegalParameter("no-detector", { detector: request.detector });
  const [problem] = illegalParams(detector.params, request.params);
  if (problem) throw illegalParameter(problem.why, problem.values);
  requireFit(detector, request.recipe);
  return detector;
}

export type Runs = ReturnType<typeof createRuns>;
