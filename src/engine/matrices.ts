import { applyRecipe, type Prepared } from "../core/prepare/apply-recipe";
import { fitRecipe } from "../core/prepare/fit-recipe";
import type { FittedRecipe } from "../core/prepare/fitted-recipe";
import type { PreparePreference, Recipe } from "../core/prepare/recipe";
import type { Checkpoint } from "./yield-to-events";
import type { Table } from "./tables";

/** Bytes of model input kept; one matrix larger than this is still kept alone. */
const MAX_KEPT_BYTES = 400e6;

/** Model input, and the recipe that made it, which also leads back to the units of the columns. */
export interface Matrix extends Prepared {
  readonly kind: "rows";
  readonly fitted: FittedRecipe;
}

/** Model input by table, recipe and preference, so that detectors which see the same share it. */
export function createMatrices() {
  const cache = new Map<string, Matrix>();

  function evict(): void {
    let bytes = 0;
    for (const prepared of cache.values()) bytes += bytesOf(prepared);
    for (const [key, prepared] of cache) {
      if (bytes <= MAX_KEPT_BYTES || cache.size === 1) return;
      cache.delete(key);
      bytes -= bytesOf(prepared);
    }
  }

  return {
    async get(table: Table, recipe: Recipe, preference: PreparePreference, checkpoint: Checkpoint): Promise<Matrix> {
      const key = JSON.stringify([table.id, recipe, ...effectivePreference(recipe, table, preference)]);
      const kept = cache.get(key);
      if (kept) {
        cache.delete(key);
        cache.set(key, kept);
        return kept;
      }
      const fitted = fitRecipe(table.dataset, recipe, preference);
      const matrix: Matrix = { kind: "rows", ...(await applyRecipe(fitted, table.dataset, checkpoint)), fitted };
      cache.set(key, matrix);
      evict();
      return matrix;
    },
    forgetTable(id: string): void {
      for (const key of cache.keys()) if (key.startsWith(JSON.stringify([id]).slice(0, -1))) cache.delete(key);
    },
  };
}

function bytesOf({ samples }: Prepared): number {
  return samples.count * samples.width * 4;
}

/** A preference that no column leaves open does not make another matrix. */
function effectivePreference(recipe: Recipe, table: Table, preference: PreparePreference): [string, string] {
  const open = recipe.columns.filter(({ role }, index) => role === "feature" && table.dataset.columns[index]);
  const isCoded = (index: number) => {
    const kind = table.dataset.columns[index]?.kind;
    return kind === "category" || kind === "time";
  };
  const scale = open.some((column) => column.scale === "auto") ? preference.scale : "";
  const encode = recipe.columns.some(
    (column, index) => column.role === "feature" && column.encode === "auto" && isCoded(index),
  )
    ? preference.encode
    : "";
  return [scale, encode];
}
