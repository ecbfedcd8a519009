import type { FailureInfo } from "../core/data/failure";
import type { CallArgs, CallName, CallResult } from "./calls";
import type { Engine, Job, Progress } from "./protocol";

/** A call under way; only a run makes anything of `endEarly`. */
interface Call<T> extends Job<T> {
  endEarly(): void;
}

/** How calls travel: over a thread, or straight to a host. */
export interface Wire {
  call<C extends CallName>(name: C, args: CallArgs<C>, onProgress?: (progress: Progress) => void): Call<CallResult<C>>;
  onRestart(listener: (info: FailureInfo) => void): () => void;
  dispose(): void;
}

/** The engine's methods, each one call on the wire. */
export function engineOver(wire: Wire): Engine {
  const { call } = wire;
  return {
    sniff: (source, fixed) => call("sniff", [source, fixed]).result,
    open: (source, plan, onProgress) => call("open", [source, plan], onProgress),
    openImages: (source, onProgress) => call("openImages", [source], onProgress),
    close: (dataset) => call("close", [dataset]).result,
    run: (request, onProgress) => call("run", [request], onProgress),
    combine: (request, onProgress) => call("combine", [request], onProgress),
    agree: (runs) => call("agree", [runs]).result,
    split: (flagged) => call("split", [flagged]).result,
    rerun: (run, seed, onProgress) => call("rerun", [run, seed], onProgress),
    stability: (run, rule) => call("stability", [run, rule]).result,
    forget: (run) => call("forget", [run]).result,
    preview: (request) => call("preview", [request]).result,
    page: (dataset, rows) => call("page", [dataset, rows]).result,
    view: (request) => call("view", [request]).result,
    explain: (run, rows) => call("explain", [run, rows]).result,
    fidelity: (run, row, named) => call("fidelity", [run, row, named]).result,
    nearest: (run, row, threshold) => call("nearest", [run, row, threshold]).result,
    evaluate: (run, threshold, series) => call("evaluate", [run, threshold, series]).result,
    vus: (run, windows) => call("vus", [run, windows]).result,
    project: (run, axes, limit) => call("project", [run, axes, limit]).result,
    seriesOverview: (request) => call("seriesOverview", [request]).result,
    autocorrelation: (dataset, recipe, series, channel) =>
      call("autocorrelation", [dataset, recipe, series, channel]).result,
    seriesDetail: (request) => call("seriesDetail", [request]).result,
    stepOf: (run, row) => call("stepOf", [run, row]).result,
    stretches: (request) => call("stretches", [request]).result,
    exportStretches: (request) => call("exportStretches", [request]).result,
    eventSequences: (dataset, recipe) => call("eventSequences", [dataset, recipe]).result,
    eventScores: (run) => call("eventScores", [run]).result,
    exportCsv: (request, onProgress) => call("exportCsv", [request], onProgress),
    thumbnails: (request) => call("thumbnails", [request]).result,
    seen: (request) => call("seen", [request]).result,
    image: (dataset, row, size) => call("image", [dataset, row, size]).result,
    imageDetail: (run, row, threshold) => call("imageDetail", [run, row, threshold]).result,
    heatMaps: (run, rows, threshold) => call("heatMaps", [run, rows, threshold]).result,
    evaluateMaps: (run) => call("evaluateMaps", [run]).result,
    supplyNetwork: (files) => call("supplyNetwork", [files]).result,
    exportImages: (request, onProgress) => call("exportImages", [request], onProgress),
    onRestart: (listener) => wire.onRestart(listener),
    dispose: () => {
      wire.dispose();
    },
  };
}
