import type { ExportRequest } from "../../engine/protocol";
import { useQuery, type Query } from "../../state/use-query";
import { useStart } from "../../state/use-session";
import { asText } from "./as-text";

/** The names and four rows make five lines. */
const PREVIEW_ROWS = 4;
const PREVIEW_REST_MS = 80;

/** The first lines of an export, written by the very code that writes the file; the earlier ones stay, stale. `request` must be memoised. */
export function useExportPreview(request: ExportRequest): Query<ExportRequest, string> {
  const start = useStart();
  return useQuery<ExportRequest, string>(
    request,
    async (about, signal) => {
      const job = start("exportRows", { ...cellsOf(about), limit: PREVIEW_ROWS }, () => undefined);
      signal.addEventListener("abort", () => job.cancel());
      return (await job.result).file.text();
    },
    { restMs: PREVIEW_REST_MS, keep: () => true },
  );
}

/** A file that is no text is shown by its cells, in which nothing has to be guarded. */
function cellsOf(request: ExportRequest): ExportRequest {
  return request.file ? { ...asText(request), format: { ...request.format, guard: false } } : request;
}
