import { Failure } from "../../src/core/data/failure";
import type { Cell } from "../../src/core/data/column";
import { kindIf } from "../../src/core/kinds/kinds";
import { plainRows, type RowKindName } from "../../src/core/kinds/row-kind";
import type { Recipe } from "../../src/core/prepare/recipe";
import type { Labels } from "../../src/core/score/metrics";
import { vusWindowOf } from "../../src/core/score/vus-window";
import type { DatasetCard, Engine, Job } from "../../src/engine/protocol";

/** A table, or images, as the benchmarks see it: the guesses of the product, but for the roles. */
export interface OpenTable {
  readonly card: DatasetCard;
  readonly kind: RowKindName;
  /** 1 where the column `label` says so; null without such a column. */
  readonly labels: Labels | null;
  /** Rows that are evaluated: the first of each sequence of events, else every row. */
  readonly evaluated: Uint32Array;
  /** Steps that a label of a series may be missed by; null unless it is one. */
  readonly slope: number | null;
}

const ROWS_PER_PAGE = 20_000;

/**
 * Opens a file as the product would. The last column is the label when it is called so, and no detector sees it;
 * every other column is a feature, so that none is set aside by a guess. A series and events are read as the product
 * reads them, events scored by sequence; a file that it takes for something else is an error.
 */
export function openTable(engine: Engine, file: File, kind: RowKindName): Job<OpenTable> {
  let reading: Job<DatasetCard> | null = null;
  let isCancelled = false;
  return {
    result: open(),
    cancel() {
      isCancelled = true;
      reading?.cancel();
    },
  };

  async function open(): Promise<OpenTable> {
    const source = { name: file.name, files: [{ path: file.name, blob: file }] };
    const found = await engine.ask("inspect", { source });
    if (found.is !== "table") throw new Error("no table");
    if (isCancelled) throw new Failure({ code: "cancelled" });
    reading = engine.start("open", { source, plan: found.inspection.plan }, () => undefined);
    const card = await reading.result;
    const last = card.columns.length - 1;
    const label = card.columns[last]?.name === "label" ? last : null;
    const recipe = shaped(withRoles(card.recipe, label), card, kind);
    const known = { ...card, recipe };
    return {
      card: known,
      kind,
      labels:
        label === null
          ? null
          : Uint8Array.from(await cellsOf(engine, card, label), (cell) => Number(Number(cell) === 1)),
      evaluated: await evaluatedOf(engine, known),
      slope: kind === "series" ? await slopeOf(engine, known) : null,
    };
  }
}

function withRoles(recipe: Recipe, label: number | null): Recipe {
  return {
    ...recipe,
    withinGroup: false,
    columns: recipe.columns.map((column, position) => ({
      ...column,
      role: position === label ? "label" : "feature",
    })),
  };
}

/** The recipe with the rowKind that the product found, and only the numbers of a series as its channels. */
function shaped(recipe: Recipe, card: DatasetCard, kind: RowKindName): Recipe {
  const rows: Recipe = { ...recipe, rowKind: plainRows };
  if (kind === "rows") return rows;
  const { rowKind } = card.recipe;
  if (rowKind.kind !== kind) throw new Error(`taken for ${rowKind.kind}`);
  if (rowKind.kind === "images") throw new Error("images come as a folder");
  const events = kindIf(rowKind, "events");
  if (events) return { ...rows, rowKind: { ...events, level: "sequence" } };
  const series = kindIf(rowKind, "series");
  if (!series) return { ...rows, rowKind };
  const columns = rows.columns.map((column, position) => {
    const isChannel = card.columns[position]?.kind === "number" && position !== series.time;
    return column.role === "feature" && !isChannel ? { ...column, role: "ignore" as const } : column;
  });
  return { ...rows, columns, rowKind: series };
}

async function evaluatedOf(engine: Engine, card: DatasetCard): Promise<Uint32Array> {
  const { rowKind } = card.recipe;
  if (rowKind.kind !== "events" || rowKind.sequence === null)
    return Uint32Array.from({ length: card.rowCount }, (_, row) => row);
  const firsts = new Map<Cell, number>();
  (await cellsOf(engine, card, rowKind.sequence)).forEach((name, row) => {
    if (!firsts.has(name)) firsts.set(name, row);
  });
  return Uint32Array.from(firsts.values());
}

async function slopeOf(engine: Engine, card: DatasetCard): Promise<number> {
  const channel = card.recipe.columns.findIndex(({ role }) => role === "feature");
  return vusWindowOf((await cellsOf(engine, card, channel)).map(Number));
}

export async function cellsOf(engine: Engine, card: DatasetCard, column: number): Promise<Cell[]> {
  const found: Cell[] = [];
  for (let from = 0; from < card.rowCount; from += ROWS_PER_PAGE) {
    const count = Math.min(ROWS_PER_PAGE, card.rowCount - from);
    const rows = Uint32Array.from({ length: count }, (_, i) => from + i);
    for (const row of await engine.ask("page", { dataset: card.id, rows })) found.push(row[column] ?? null);
  }
  return found;
}
