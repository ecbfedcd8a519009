import { csvFile } from "../../io/write/csv-file";
import type { FileFormat } from "../../io/write/file-writer";
import type { ExportRequest } from "../protocol";

/** What writes the file that is asked for. */
export function fileFormatOf({ format }: ExportRequest): FileFormat {
  return csvFile(format);
}
