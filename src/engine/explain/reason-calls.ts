import { cellOf } from "../../core/data/column";
import { sourceRowOf } from "../../core/data/dataset";
import type { Handlers } from "../calls/host";
import type { ReasonCalls } from "../calls/reasons";
import type { Parts } from "../parts";
import { nearestRow } from "../rows/looked-at";
import { explainRows } from "./explain-rows";
import { fidelityOf } from "./fidelity-of";

/** How calls about why rows have their scores are done. */
export function reasonCalls({ runs, inputs, inputFor, preparing }: Parts): Handlers<ReasonCalls> {
  return {
    explain: async ({ run, rows }, tools) => explainRows(runs.get(run), inputFor(tools), rows, tools),
    fidelity: async ({ run, row, named }, tools) => fidelityOf(runs.get(run), row, named, inputFor(tools), tools),
    async nearest({ run: key, row, threshold }, tools) {
      const run = runs.get(key);
      const found = await nearestRow(run, await inputFor(tools)(run), inputs, row, threshold, preparing(tools));
      if (found === null) return null;
      const { dataset } = run.table;
      return {
        row: found,
        sourceRow: sourceRowOf(dataset, found),
        cells: dataset.columns.map((column) => cellOf(column, found)),
      };
    },
  };
}
