import type { ReadReport } from "../../core/data/read-report";
import type { CellSettings, CellSource } from "../cells/cell-source";
import { writtenCells } from "../cells/written-cells";
import { inspectCells } from "../cells/inspect-cells";
import { readCells } from "../cells/read-cells";
import { readHead } from "../delimited/read-head";
import { memoryBudgetHere } from "../read/memory-budget";
import type { Source } from "../read/source";
import type { TableReader } from "../read/table-reader";
import { unpackedStart } from "../read/unpacked-start";

/** Tables of Weka, OpenML and their like: plain, or packed by gzip. */
export const arffReader: TableReader<"arff", CellSettings, ReadReport> = {
  format: "arff",

  async accepts(files) {
    for (const [at, file] of files.entries()) {
      if (file.path.includes("/") && !/\.arff(\.(gz|zst))?$/i.test(file.path)) continue;
      if (/^\ufeff?(?:\s|%[^\n]*\n)*@relation\s/i.test(await unpackedStart(file))) return [at];
    }
    return null;
  },
  async inspect(source, fixed, budget = memoryBudgetHere()) {
    const bytes = source.files[0]?.blob.size ?? 0;
    return inspectCells("arff", await cellsOf(source), { bytes, fixed, own: {}, budget });
  },
  async read(source, plan, watch) {
    return readCells(source.name, await cellsOf(source), plan, watch);
  },
  async cells(source, plan, watch) {
    return writtenCells(await cellsOf(source), plan, watch);
  },
};

async function cellsOf({ files }: Source): Promise<CellSource> {
  const blob = files[0]?.blob ?? new Blob();
  const { compression } = await readHead({ name: "", blob });
  const { arffCells } = await import("./arff-cells");
  return arffCells(blob, compression);
}
