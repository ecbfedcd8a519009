import type { ExportCalls } from "../calls/exports";
import type { Handlers } from "../calls/host";
import type { Parts } from "../parts";
import { countCells } from "./count-cells";
import { exportRows } from "./export-rows";

/** How calls about files of rows are done. */
export function exportCalls(parts: Parts): Handlers<ExportCalls> {
  return {
    exportRows: async (request, tools) => exportRows(parts, request, tools),
    countCells: async (request, tools) => countCells(parts.runs.get(request.run), request, tools),
  };
}
