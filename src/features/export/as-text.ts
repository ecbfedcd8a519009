import type { ExportRequest } from "../../engine/protocol";

/** The same export as delimited text. */
export function asText(request: ExportRequest): ExportRequest {
  if (!request.file) return request;
  const text: ExportRequest & { file?: unknown } = { ...request };
  delete text.file;
  return text;
}
