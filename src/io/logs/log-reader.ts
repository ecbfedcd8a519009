import { Failure } from "../../core/data/failure";
import type { ReadReport } from "../../core/data/read-report";
import type { CellSettings } from "../cells/cell-source";
import { inspectCells } from "../cells/inspect-cells";
import { readCells } from "../cells/read-cells";
import { writtenCells } from "../cells/written-cells";
import { memoryBudgetHere } from "../read/memory-budget";
import type { Source } from "../read/source";
import type { TableReader } from "../read/table-reader";
import { unpackedStart } from "../read/unpacked-start";
import type { LogCells, LogSettings } from "./log-cells";
import { formOf, linesIn } from "./log-forms";

const BYTES_LOOKED_AT = 4096;

/** Logs whose lines are written in a form that is known: of web servers, networks, systems and applications. */
export const logReader: TableReader<"log", LogSettings & CellSettings, ReadReport> = {
  format: "log",

  async accepts(files) {
    for (const [at, file] of files.entries()) {
      if (file.path.includes("/") && !/\blog|\.txt/i.test(file.path)) continue;
      const start = await unpackedStart(file);
      if (formOf(linesIn(start, file.blob.size < BYTES_LOOKED_AT))) return [at];
    }
    return null;
  },
  async inspect(source, fixed, budget = memoryBudgetHere()) {
    const bytes = source.files[0]?.blob.size ?? 0;
    const cells = await cellsOf(source, fixed);
    const { headWithTemplates, explained } = await import("./with-templates");
    const own = await headWithTemplates(cells);
    return explained(inspectCells("log", own, { bytes, fixed, own: cells.settings, budget }), cells);
  },
  async read(source, plan, watch) {
    const cells = await cellsOf(source, plan.settings);
    const { tableWithTemplates } = await import("./with-templates");
    return tableWithTemplates(await readCells(source.name, cells, plan, watch), cells, watch);
  },
  async cells(source, plan, watch) {
    return writtenCells(await cellsOf(source, plan.settings), plan, watch);
  },
};

async function cellsOf({ files }: Source, fixed: Partial<LogSettings>): Promise<LogCells> {
  const { logCells } = await import("./log-cells");
  const cells = await logCells(files[0]?.blob ?? new Blob(), fixed);
  if (!cells) throw new Failure({ code: "bad-format", values: { format: "log", why: "broken" } });
  return cells;
}
