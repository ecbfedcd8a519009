import type { ReadReport } from "../../core/data/read-report";
import type { CellSettings } from "../cells/cell-source";
import type { SeenFile } from "../read/glance";
import { memoryBudgetHere } from "../read/memory-budget";
import { signatureOf } from "../read/signatures";
import type { Source } from "../read/source";
import type { TableReader } from "../read/table-reader";

/** Tables in columns, as programs for data keep them: a .parquet file. */
export const parquetReader: TableReader<"parquet", CellSettings, ReadReport> = {
  format: "parquet",

  async accepts(files) {
    for (const [at, file] of files.entries()) if (await isParquet(file)) return [at];
    return null;
  },
  async inspect(source, fixed, budget = memoryBudgetHere()) {
    const { inspectParquet } = await import("./inspect-parquet");
    return inspectParquet(blobOf(source), fixed, budget);
  },
  async read(source, plan, watch) {
    const { readParquet } = await import("./read-parquet");
    return readParquet({ name: source.name, blob: blobOf(source) }, plan, watch);
  },
};

function blobOf({ files }: Source): Blob {
  return files[0]?.blob ?? new Blob();
}

/** A file that is called so and is nothing that is known, nor a text, is one whose beginning is damaged. */
async function isParquet(file: SeenFile): Promise<boolean> {
  const head = await file.head();
  const found = signatureOf(head);
  if (found) return found.kind === "Parquet";
  return /\.(parquet|parq|pq)$/i.test(file.path) && head.includes(0);
}
