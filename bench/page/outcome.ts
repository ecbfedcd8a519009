import { Failure } from "../../src/core/data/failure";
import type { AnyParamValues } from "../../src/core/detect/param-schema";
import { averagePrecision, rocAuc } from "../../src/core/score/metrics";
import { vusOf } from "../../src/core/score/vus";
import type { EvaluatedRun } from "./run-subject";
import type { RunResult } from "../../src/engine/protocol";
import type { OpenTable } from "./table";

/** How a run went, as JSON; null where there is nothing to tell. */
export interface Outcome {
  readonly params: AnyParamValues | null;
  readonly auc: number | null;
  readonly ap: number | null;
  /** Of a series only. */
  readonly vusRoc: number | null;
  readonly vusPr: number | null;
  /** Of images with masks only. */
  readonly pixelAuc: number | null;
  readonly peakInMask: number | null;
  readonly fitSeconds: number | null;
  readonly scoreSeconds: number | null;
  /** What a neural detector ran on; "js" for the others. */
  readonly backend: string | null;
  /** "ok", or the reason why there are no scores. */
  readonly status: string;
}

const nothing = {
  params: null,
  auc: null,
  ap: null,
  vusRoc: null,
  vusPr: null,
  pixelAuc: null,
  peakInMask: null,
  fitSeconds: null,
  scoreSeconds: null,
  backend: null,
};

/** The outcome of a run, also of one that fails. `tableOf` is asked when the run is over. */
export async function outcomeOf(run: () => Promise<EvaluatedRun>, tableOf: () => OpenTable | null): Promise<Outcome> {
  let evaluatedRun;
  try {
    evaluatedRun = await run();
  } catch (error) {
    return { ...nothing, status: reasonOf(error) };
  }
  const { result, maps } = evaluatedRun;
  const { request, seconds } = result;
  const { labels: all = null, evaluated, slope = null } = tableOf() ?? {};
  const scores = evaluated ? Float64Array.from(evaluated, (row) => result.scores[row] ?? NaN) : result.scores;
  const labels = all && evaluated ? Uint8Array.from(evaluated, (row) => all[row] ?? 0) : all;
  const vus = labels && slope !== null ? vusOf(scores, labels, slope) : null;
  const isFinite = result.sorted.every(Number.isFinite);
  return {
    params: request.params,
    auc: labels && numberOf(rocAuc(scores, labels)),
    ap: labels && numberOf(averagePrecision(scores, labels)),
    vusRoc: vus && numberOf(vus.roc),
    vusPr: vus && numberOf(vus.pr),
    pixelAuc: maps && numberOf(maps.pixelAuc),
    peakInMask: maps && maps.peakInMask,
    fitSeconds: seconds.fit,
    scoreSeconds: seconds.score,
    backend: backendOf(result),
    status: isFinite ? "ok" : "scores that are not finite",
  };
}

/** JSON has no NaN. */
function numberOf(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

/** The last backend that the run's notes name: a run may have gone on with another one. */
function backendOf({ notes }: RunResult): string {
  const told = notes.findLast(({ code }) => code.startsWith("neural.backend."));
  // The one note without the value says that WebGL could not train, and means wasm.
  return told ? String(told.values?.["backend"] ?? "wasm") : "js";
}

function reasonOf(error: unknown): string {
  if (error instanceof Failure) return [error.info.code, error.info.detail].filter(Boolean).join(": ");
  return error instanceof Error ? error.message : String(error);
}
