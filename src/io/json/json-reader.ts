import type { GuessOf } from "../../core/data/read-plan";
import type { ReadReport } from "../../core/data/read-report";
import type { CellSettings, CellSource } from "../cells/cell-source";
import { writtenCells } from "../cells/written-cells";
import { inspectCells } from "../cells/inspect-cells";
import { readCells } from "../cells/read-cells";
import { readHead } from "../delimited/read-head";
import { memoryBudgetHere } from "../read/memory-budget";
import { unpackedStart } from "../read/unpacked-start";
import type { Source } from "../read/source";
import type { TableReader } from "../read/table-reader";

/** How the objects of a JSON file follow each other. */
export interface JsonSettings extends CellSettings {
  readonly layout: "lines" | "whole";
}

/** JSON Lines, or a JSON file that is one list of objects; plain or packed by gzip. */
export const jsonReader: TableReader<"json", JsonSettings, ReadReport> = {
  format: "json",

  async accepts(files) {
    // Settings and lists of all kinds are JSON, too: in a folder only what is called a table is one.
    const found: number[] = [];
    for (const [at, file] of files.entries()) {
      const isNamed = /\.(jsonl|ndjson|json)(\.(gz|zst))?$/i.test(file.path);
      if ((found.length > 0 || file.path.includes("/")) && !isNamed) continue;
      if (isJson(await unpackedStart(file))) found.push(at);
    }
    return found.length > 0 ? found.slice(0, 1) : null;
  },
  async inspect(source, fixed, budget = memoryBudgetHere()) {
    const blob = blobOf(source);
    const isFixed = fixed.layout === "lines" || fixed.layout === "whole";
    const layout = isFixed ? fixed.layout : await layoutOf(blob);
    const cells = await cellsOf(blob, layout);
    const guess: GuessOf<JsonSettings> = {
      field: "layout",
      value: layout,
      // JSON is the one or the other: what is wrong about it cannot be read.
      sure: true,
      alternatives: [layout === "lines" ? "whole" : "lines"],
      why: { code: isFixed ? "dialect.chosen" : `json.layout.${layout}` },
    };
    return inspectCells("json", cells, { bytes: blob.size, fixed, own: { layout }, ownGuesses: [guess], budget });
  },
  async read(source, plan, watch) {
    return readCells(source.name, await cellsOf(blobOf(source), plan.settings.layout), plan, watch);
  },
  async cells(source, plan, watch) {
    return writtenCells(await cellsOf(blobOf(source), plan.settings.layout), plan, watch);
  },
};

function blobOf({ files }: Source): Blob {
  return files[0]?.blob ?? new Blob();
}

async function cellsOf(blob: Blob, layout: JsonSettings["layout"]): Promise<CellSource> {
  const { compression } = await readHead({ name: "", blob });
  const { jsonLines } = await import("./json-lines");
  const { wholeJson } = await import("./whole-json");
  return layout === "lines" ? jsonLines(blob, compression) : wholeJson(blob, compression);
}

/** Lines, where the first line is a value of its own and not the only one. */
async function layoutOf(blob: Blob): Promise<JsonSettings["layout"]> {
  const head = await readHead({ name: "", blob });
  const text = new TextDecoder().decode(head.bytes).trimStart();
  const end = text.indexOf("\n");
  if (end < 0 || text.slice(end).trim() === "") return "whole";
  try {
    JSON.parse(text.slice(0, end));
    return "lines";
  } catch {
    return "whole";
  }
}

function isJson(start: string): boolean {
  return /^\s*(?:\{\s*["}]|\[\s*(?:[[{\]]|$))/.test(start) || /^\[\s*-?[\d"][^\]\n]*,[^\]\n]*\]\r?\n\[/.test(start);
}
