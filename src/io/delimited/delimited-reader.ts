import type { Dialect } from "../../core/data/dialect";
import type { ReadReport } from "../../core/data/read-report";
import type { SeenFile } from "../read/glance";
import { signatureOf } from "../read/signatures";
import type { Source } from "../read/source";
import type { TableReader } from "../read/table-reader";
import { cellsOfTable } from "./cells-of-table";
import { inspectTable } from "./inspect-table";
import type { TextFile } from "./read-head";
import { readTable } from "./read-table";

/** Cells apart by a delimiter, as text or as text that gzip packed: CSV, TSV and their like. */
export const delimitedReader: TableReader<"delimited", Dialect, ReadReport> = {
  format: "delimited",

  async accepts(files) {
    const texts: number[] = [];
    for (const [at, file] of files.entries()) {
      // Whole folders are looked through for a name that speaks of a table; the first one found is the one.
      const isNamed = hasTableName(file);
      if (!isNamed && (texts.length > 0 || isWithin(file))) continue;
      if (!(await mayBeText(file))) continue;
      if (isNamed) return [at];
      texts.push(at);
    }
    return texts.length > 0 ? texts : null;
  },
  inspect: (source, fixed, memoryBudget) => inspectTable(textOf(source), fixed, memoryBudget),
  read: (source, plan, watch) => readTable(textOf(source), plan, watch),
  cells: (source, plan, watch) => cellsOfTable(textOf(source), plan, watch),
};

function textOf({ name, files }: Source): TextFile {
  return { name, blob: files[0]?.blob ?? new Blob() };
}

/** Whatever begins like nothing else may be a table; what it is, it says when it is looked at. */
async function mayBeText(file: SeenFile): Promise<boolean> {
  const found = signatureOf(await file.head());
  return found === null || found.kind === "gzip" || found.kind === "Zstandard";
}

function hasTableName({ path }: SeenFile): boolean {
  return /\.(csv|tsv|tab|txt|dat)(\.(gz|zst))?$/i.test(path);
}

/** A file without a telling name may be a table where it was brought alone, not where it lies in a folder. */
function isWithin({ path }: SeenFile): boolean {
  return path.includes("/");
}
