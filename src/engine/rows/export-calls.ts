import type { ExportCalls } from "../calls/exports";
import type { Handlers } from "../calls/host";
import type { Parts } from "../parts";
import { countCells } from "./count-cells";
import { exportRows } from "./export-rows";

/** How calls about files of rows are done. */
export function exportCalls({ runs, kinds }: Parts): Handlers<ExportCalls> {
  return {
    exportRows: async (request, tools) => exportRows(runs.get(request.run), kinds, request, tools),
    countCells: async (request, tools) => countCells(runs.get(request.run), request, tools),
  };
}
