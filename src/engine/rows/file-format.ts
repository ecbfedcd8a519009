import { csvFile } from "../../io/write/csv-file";
import type { FileFormat } from "../../io/write/file-writer";
import type { ExportRequest } from "../protocol";

/** What writes the file that is asked for; a library comes when somebody asks for its format. */
export async function fileFormatOf({ file, format }: ExportRequest): Promise<FileFormat> {
  switch (file) {
    case undefined:
      return csvFile(format);
    case "xlsx":
      return (await import("../../io/write/xlsx-file")).xlsxFile;
    case "parquet":
      return (await import("../../io/write/parquet-file")).parquetFile;
    default:
      return file satisfies never;
  }
}
