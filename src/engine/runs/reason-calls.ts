import { cellOf } from "../../core/data/column";
import { inCommon } from "../../core/explain/in-common";
import type { Role } from "../../core/prepare/recipe";
import { countAtOrAbove } from "../../core/score/threshold";
import { sourceRowOf } from "../../core/data/dataset";
import type { Handlers } from "../calls/host";
import type { ReasonCalls } from "../calls/reasons";
import type { Parts } from "../parts";
import { preparing } from "../preparing";
import { expectedPoints } from "./expected-points";
import { fidelityOf } from "./fidelity-of";

/** A name of each row is nothing in common, and the answer to what is strange is no reason for it. */
const TELLING: ReadonlySet<Role> = new Set(["feature", "group", "class"]);

/** How calls about why rows have their scores are done. */
export function reasonCalls({ runs, kinds }: Parts): Handlers<ReasonCalls> {
  return {
    async explain({ run: key, rows }, tools) {
      const run = runs.get(key);
      return kinds.of(run.request.recipe).explain(run, rows, tools);
    },
    fidelity: async ({ run, row, named }, tools) => fidelityOf(runs.get(run), row, named, kinds, tools),
    expectedPoints: async ({ run }, tools) => expectedPoints(runs.get(run), tools),
    async inCommon({ run: key, threshold }, tools) {
      const { table, request, result } = runs.get(key);
      const { columns } = table.dataset;
      const seen = columns.flatMap((column, position) =>
        TELLING.has(request.recipe.columns[position]?.role ?? "ignore") ? [{ column, position }] : [],
      );
      const flagged = result.order.slice(0, countAtOrAbove(result.sorted, threshold));
      const checkpoint = preparing(tools);
      return inCommon(seen, result.order, flagged, () => checkpoint(null));
    },
    async nearest({ run: key, row, threshold }, tools) {
      const run = runs.get(key);
      const found = await kinds.of(run.request.recipe).nearestOrdinary(run, row, threshold, preparing(tools));
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
