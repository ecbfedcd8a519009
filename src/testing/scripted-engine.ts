import { Failure } from "../core/data/failure";
import type { Dialect, ReadPlan, Sniff } from "../core/data/dialect";
import type { Stability } from "../core/score/stability";
import type { ThresholdRule } from "../core/score/threshold";
import type {
  CombineRequest,
  DatasetCard,
  Engine,
  ExportRequest,
  Job,
  ImagesExport,
  ImageSource,
  Progress,
  RunRequest,
  RunResult,
  Source,
} from "../engine/protocol";

/** One question to the engine that stands still until the test answers it. */
export interface Asked<Q, A> {
  readonly question: Q;
  readonly isCancelled: () => boolean;
  report(progress: Progress): void;
  answer(answer: A): void;
  fail(error: unknown): void;
}

export interface ScriptedEngine {
  readonly engine: Engine;
  readonly looks: Asked<{ source: Source; fixed: Partial<Dialect> | undefined }, Sniff>[];
  readonly opens: Asked<{ source: Source; plan: ReadPlan }, DatasetCard>[];
  readonly images: Asked<{ source: ImageSource }, DatasetCard>[];
  readonly imageExports: Asked<ImagesExport, Blob>[];
  readonly runs: Asked<RunRequest, RunResult>[];
  readonly combinations: Asked<CombineRequest, RunResult>[];
  readonly reruns: Asked<{ run: string; seed: number }, void>[];
  readonly stabilities: Asked<{ run: string; rule: ThresholdRule }, Stability>[];
  readonly exports: Asked<ExportRequest, Blob>[];
}

/** An engine whose every step a test takes by hand; questions that no test is about are refused. */
export function scriptedEngine(): ScriptedEngine {
  const looks: ScriptedEngine["looks"] = [];
  const opens: ScriptedEngine["opens"] = [];
  const images: ScriptedEngine["images"] = [];
  const imageExports: ScriptedEngine["imageExports"] = [];
  const runs: ScriptedEngine["runs"] = [];
  const combinations: ScriptedEngine["combinations"] = [];
  const reruns: ScriptedEngine["reruns"] = [];
  const stabilities: ScriptedEngine["stabilities"] = [];
  const exports: ScriptedEngine["exports"] = [];
  const refuse = () => Promise.reject(new Error("not part of this test"));
  const engine: Engine = {
    sniff: (source, fixed) => asking(looks, { source, fixed }, () => undefined).result,
    open: (source, plan, report) => asking(opens, { source, plan }, report),
    close: () => Promise.resolve(),
    run: (request, report) => ({ ...asking(runs, request, report), endEarly: () => undefined }),
    combine: (request, report) => asking(combinations, request, report),
    agree: refuse,
    split: refuse,
    rerun: (run, seed, report) => asking(reruns, { run, seed }, report),
    stability: (run, rule) => asking(stabilities, { run, rule }, () => undefined).result,
    forget: () => Promise.resolve(),
    preview: refuse,
    page: refuse,
    view: refuse,
    explain: refuse,
    fidelity: refuse,
    nearest: refuse,
    project: refuse,
    evaluate: refuse,
    vus: refuse,
    seriesOverview: refuse,
    autocorrelation: refuse,
    seriesDetail: refuse,
    stepOf: refuse,
    stretches: refuse,
    exportStretches: refuse,
    eventSequences: refuse,
    eventScores: refuse,
    exportCsv: (request, report) => asking(exports, request, report),
    openImages: (source, report) => asking(images, { source }, report),
    thumbnails: refuse,
    seen: refuse,
    image: refuse,
    imageDetail: refuse,
    heatMaps: refuse,
    evaluateMaps: refuse,
    supplyNetwork: refuse,
    exportImages: (request, report) => asking(imageExports, request, report),
    onRestart: () => () => undefined,
    dispose: () => undefined,
  };
  return { engine, looks, opens, images, imageExports, runs, combinations, reruns, stabilities, exports };
}

function asking<Q, A>(list: Asked<Q, A>[], question: Q, report: (progress: Progress) => void): Job<A> {
  let isCancelled = false;
  let cancel = () => {
    isCancelled = true;
  };
  const result = new Promise<A>((answer, fail) => {
    list.push({ question, isCancelled: () => isCancelled, report, answer, fail });
    cancel = () => {
      isCancelled = true;
      fail(new Failure({ code: "cancelled" }));
    };
  });
  // A test may end before anyone waits for the answer.
  result.catch(() => undefined);
  return { result, cancel: () => cancel() };
}
