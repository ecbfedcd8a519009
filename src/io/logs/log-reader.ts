import { Failure } from "../../core/data/failure";
import type { GuessOf } from "../../core/data/read-plan";
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
    return explained(
      inspectCells("log", own, { bytes, fixed, own: cells.settings, ownGuesses: guessesOf(cells, fixed), budget }),
      cells,
    );
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

type Guess = GuessOf<LogSettings & CellSettings>;

function guessesOf({ settings: { form, date }, cut }: LogCells, fixed: Partial<LogSettings>): readonly Guess[] {
  const own: Guess = { field: "form", value: form, sure: true, alternatives: [], why: { code: `log.form.${form}` } };
  if (!cut.lacking) return [own];
  const isFixed = fixed.date !== undefined;
  const why = isFixed ? "dialect.chosen" : (`log.no-${cut.lacking.part}` as const);
  return [
    own,
    { field: "date", value: date, sure: isFixed, alternatives: aroundDate(date, cut.lacking.part), why: { code: why } },
  ];
}

/** The year, or day, before and after. */
function aroundDate(date: string, part: "year" | "day"): readonly string[] {
  const time = new Date(`${date}T00:00:00Z`);
  return [-1, 1].map((step) => {
    const other = new Date(time);
    if (part === "year") other.setUTCFullYear(time.getUTCFullYear() + step);
    else other.setUTCDate(time.getUTCDate() + step);
    return other.toISOString().slice(0, 10);
  });
}

async function cellsOf({ files }: Source, fixed: Partial<LogSettings>): Promise<LogCells> {
  const { logCells } = await import("./log-cells");
  const cells = await logCells(files[0]?.blob ?? new Blob(), fixed);
  if (!cells) throw new Failure({ code: "bad-format", values: { format: "log", why: "broken" } });
  return cells;
}
