import { Failure } from "../../src/core/data/failure";
import type { Recipe } from "../../src/core/prepare/recipe";
import type { Labels } from "../../src/core/score/metrics";
import type { DatasetCard, Engine, Job } from "../../src/engine/protocol";

/** A table as the benchmarks see it: the guesses of the product, but for the roles. */
export interface OpenTable {
  readonly card: DatasetCard;
  /** 1 where the column `label` says so; null without such a column. */
  readonly labels: Labels | null;
}

const ROWS_PER_PAGE = 20_000;

/**
 * Opens a file as the product would. The last column is the label when it is called so, and no detector sees it;
 * every other column is a feature, so that none is set aside by a guess.
 */
export function openTable(engine: Engine, file: File): Job<OpenTable> {
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
    const source = { name: file.name, blob: file };
    const { dialect } = await engine.sniff(source);
    if (isCancelled) throw new Failure({ code: "cancelled" });
    reading = engine.open(source, { dialect, kinds: {}, sample: null }, () => undefined);
    const card = await reading.result;
    const last = card.columns.length - 1;
    const label = card.columns[last]?.name === "label" ? last : null;
    return {
      card: { ...card, recipe: withRoles(card.recipe, label) },
      labels: label === null ? null : await labelsOf(engine, card, label),
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

async function labelsOf(engine: Engine, card: DatasetCard, column: number): Promise<Labels> {
  const labels = new Uint8Array(card.rowCount);
  for (let from = 0; from < card.rowCount; from += ROWS_PER_PAGE) {
    const count = Math.min(ROWS_PER_PAGE, card.rowCount - from);
    const rows = Uint32Array.from({ length: count }, (_, i) => from + i);
    const cells = await engine.page(card.id, rows);
    cells.forEach((row, i) => (labels[from + i] = Number(row[column]) === 1 ? 1 : 0));
  }
  return labels;
}
