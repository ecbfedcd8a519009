import type { ReadReport } from "../../core/data/read-report";
import type { CellSettings, CellSource } from "../cells/cell-source";
import { inspectCells } from "../cells/inspect-cells";
import { readCells } from "../cells/read-cells";
import { memoryBudgetHere } from "../read/memory-budget";
import { signatureOf } from "../read/signatures";
import type { Source } from "../read/source";
import type { TableReader } from "../read/table-reader";

/** Arrays of NumPy: a .npy file, or several of them in a .npz file. */
export const npyReader: TableReader<"npy", CellSettings, ReadReport> = {
  format: "npy",

  async accepts(files) {
    for (const [at, file] of files.entries()) {
      const head = await file.head();
      if (signatureOf(head)?.kind === "NumPy" || isNpz(head)) return [at];
    }
    return null;
  },
  async inspect(source, fixed, budget = memoryBudgetHere()) {
    const cells = await cellsOf(source);
    const bytes = source.files[0]?.blob.size ?? 0;
    return inspectCells("npy", cells, { bytes, fixed, own: {}, budget });
  },
  async read(source, plan, watch) {
    return readCells(source.name, await cellsOf(source), plan, watch);
  },
};

/** The name of the first entry of an archive stands at its beginning. */
function isNpz(head: Uint8Array): boolean {
  if (signatureOf(head)?.kind !== "ZIP") return false;
  const length = (head[26] ?? 0) + 256 * (head[27] ?? 0);
  return new TextDecoder().decode(head.subarray(30, 30 + length)).endsWith(".npy");
}

async function cellsOf({ files }: Source): Promise<CellSource> {
  const blob = files[0]?.blob ?? new Blob();
  const { npyCells } = await import("./npy-cells");
  return npyCells(blob, isNpz(new Uint8Array(await blob.slice(0, 4096).arrayBuffer())));
}
