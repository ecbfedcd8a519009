import { cellOf } from "../core/data/column";
import { sourceRowOf } from "../core/data/dataset";
import { sniffTable } from "../io/read/sniff-table";
import { detectorById } from "../detectors/registry";
import { agreeRuns } from "./agree-runs";
import { countsFor, splitRuns } from "./flagged-by";
import { createCheckpoint } from "./breathe";
import type { CallTools, Host } from "./calls";
import { explainRows } from "./explain-rows";
import { exportRows } from "./export-rows";
import { fidelityOf } from "./fidelity-of";
import { judgeRun } from "./judge-run";
import { createMatrices } from "./matrices";
import { nearestOrdinary } from "./nearest-ordinary";
import { previewMatrix } from "./preview-matrix";
import { projectRows } from "./project";
import { createQueue } from "./queue";
import { rerun, stabilityOfRun } from "./reruns";
import { createRuns } from "./runs";
import { sampleOf } from "./sample-of";
import { createTables } from "./tables";
import { viewRows } from "./view-rows";

const quiet = (tools: CallTools) => ({ ...tools, progress: () => undefined });

/** Where the data lives and the work is done. Runs wait for each other; everything else is answered between their checkpoints. */
export function createHost(): Host {
  const tables = createTables();
  const matrices = createMatrices();
  const runs = createRuns(tables, matrices);
  const inTurn = createQueue();

  return {
    sniff: ([source, fixed]) => sniffTable(source, fixed),
    open: ([source, plan], tools) => tables.open(source, plan, tools),
    async close([id]) {
      tables.close(id);
      runs.forgetTable(id);
      matrices.forgetTable(id);
    },
    run: ([request], tools) => inTurn(() => runs.make(request, tools)),
    // Not in turn: it takes a moment, and must not wait for a training that it does not need.
    combine: ([request], tools) => runs.combine(request, tools),
    async agree([keys], tools) {
      return agreeRuns(
        keys.map((key) => runs.get(key)),
        createCheckpoint(quiet(tools), () => "rank"),
      );
    },
    async split([flagged]) {
      return splitRuns(flagged.map(({ run, cut }) => ({ run: runs.get(run), cut })));
    },
    rerun: ([key, seed], tools) => inTurn(() => rerun(runs.get(key), seed, matrices, tools)),
    async stability([key, rule]) {
      return stabilityOfRun(runs.get(key), rule);
    },
    async forget([key]) {
      runs.forget(key);
    },
    async preview([request], tools) {
      const table = tables.get(request.dataset);
      const detector = detectorById(request.detector);
      return previewMatrix(
        table,
        request.recipe,
        detector?.prefers,
        matrices,
        createCheckpoint(quiet(tools), () => "prepare"),
      );
    },
    async page([id, rows]) {
      const { dataset } = tables.get(id);
      return Array.from(rows, (row) => dataset.columns.map((column) => cellOf(column, row)));
    },
    view([request], tools) {
      const { dataset } = tables.get(request.dataset);
      const run = request.run === null ? null : runs.get(request.run);
      return viewRows(
        dataset,
        run?.result ?? null,
        request,
        countsFor(request, run, (key) => runs.get(key)),
        createCheckpoint(quiet(tools), () => "rank"),
      );
    },
    async explain([key, rows], tools) {
      return explainRows(runs.get(key), (run) => runs.matrixOf(run, quiet(tools)), rows, quiet(tools));
    },
    fidelity: async ([key, row, named], tools) =>
      fidelityOf(runs.get(key), row, named, (run) => runs.matrixOf(run, quiet(tools)), quiet(tools)),
    async nearest([key, row, cut], tools) {
      const run = runs.get(key);
      const { samples } = await runs.matrixOf(run, quiet(tools));
      const target = sampleOf(samples, row);
      if (target < 0) return null;
      const { scores } = run.result;
      const sample = nearestOrdinary(samples, target, (one) => scores[samples.origin[one]!]! < cut);
      if (sample === null) return null;
      const { dataset } = run.table;
      const found = samples.origin[sample]!;
      return {
        row: found,
        sourceRow: sourceRowOf(dataset, found),
        cells: dataset.columns.map((column) => cellOf(column, found)),
      };
    },
    async judge([key, cut]) {
      return judgeRun(runs.get(key), cut);
    },
    async project([key, axes, limit], tools) {
      const run = runs.get(key);
      const { samples } = await runs.matrixOf(run, quiet(tools));
      return projectRows({ dataset: run.table.dataset, samples, run: run.result }, axes, limit);
    },
    async exportCsv([request], tools) {
      return exportRows(runs.get(request.run), (run) => runs.matrixOf(run, quiet(tools)), request, tools);
    },
  };
}
