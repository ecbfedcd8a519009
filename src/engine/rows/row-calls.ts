import { illegalParameter } from "../../core/data/illegal-parameter";
import { detectorById } from "../../detectors/registry";
import type { Handlers } from "../calls/host";
import type { RowCalls } from "../calls/rows";
import { requireFit } from "../kinds/kinds";
import type { Parts } from "../parts";
import { countsFor } from "../runs/flagged-by";
import { createCheckpoint } from "../yield-to-events";
import { preparing } from "../preparing";
import { previewOf } from "./preview-matrix";
import { projectRows } from "./project";
import { rowsAsText } from "./rows-as-text";
import { viewRows } from "./view-rows";

/** How calls about which rows are shown, and how, are done. */
export function rowCalls({ tables, kinds, runs }: Parts): Handlers<RowCalls> {
  return {
    async preview({ dataset, recipe, detector: id }, tools) {
      const table = tables.get(dataset);
      const detector = detectorById(id);
      if (!detector) throw illegalParameter("no-detector", { detector: id });
      requireFit(detector, recipe);
      return previewOf(await kinds.of(recipe).seen(table, recipe, detector, preparing(tools)));
    },
    async view(request, tools) {
      const { dataset } = tables.get(request.dataset);
      const run = request.run === null ? null : runs.get(request.run);
      return viewRows(
        dataset,
        run?.result ?? null,
        request,
        countsFor(request, run, (key) => runs.get(key)),
        createCheckpoint(tools, () => "rank"),
      );
    },
    rowsAsText: async (request, tools) => rowsAsText(tables.get(request.dataset), request, preparing(tools)),
    async project({ run: key, ...asked }, tools) {
      const run = runs.get(key);
      const points = await kinds.of(run.request.recipe).mapPoints(run, preparing(tools));
      const checkpoint = createCheckpoint(tools, () => "rank");
      return projectRows({ dataset: run.table.dataset, ...points, run: run.result }, asked, checkpoint);
    },
  };
}
