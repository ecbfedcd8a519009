import { applyRecipe, type Prepared } from "../core/prepare/apply-recipe";
import { fitRecipe } from "../core/prepare/fit-recipe";
import { rowsAt } from "../core/detect/rows-to-fit";
import type { MatrixSamples } from "../core/detect/samples";
import type { FittedRecipe } from "../core/prepare/fitted-recipe";
import type { PreparePreference, Recipe } from "../core/prepare/recipe";
import { Failure } from "../core/data/failure";
import { allRows, rowsLearned } from "../core/learn/rows-learned";
import { ignoredNotes, ignoredRows, withoutIgnored } from "../core/prepare/ignored-periods";
import { createKept } from "./kept";
import { fittedIn, modelFor, type Models } from "./models";
import type { Checkpoint } from "./yield-to-events";
import type { Table } from "./tables";

/** Bytes of model input kept; one matrix larger than this is still kept alone. */
const MAX_KEPT_BYTES = 400e6;
/** As many as there are runs side by side. */
const MAX_MADE_AT_ONCE = 8;

/** Model input, and the recipe that made it, which also leads back to the units of the columns. */
export interface Matrix extends Prepared {
  readonly kind: "rows";
  readonly fitted: FittedRecipe;
  /** What detectors learn from: the samples themselves, or some of them. */
  readonly learned: MatrixSamples;
}

/** Model input by table, recipe and preference, so that detectors which see the same share it. */
export function createMatrices(models: Models) {
  const cache = new Map<string, Matrix>();
  /** What is being made: who asks for the same meanwhile waits for it. */
  const making = createKept<Matrix>(MAX_MADE_AT_ONCE);

  function evict(): void {
    let bytes = 0;
    for (const prepared of cache.values()) bytes += bytesOf(prepared);
    for (const [key, prepared] of cache) {
      if (bytes <= MAX_KEPT_BYTES || cache.size === 1) return;
      cache.delete(key);
      bytes -= bytesOf(prepared);
    }
  }

  async function made(
    table: Table,
    recipe: Recipe,
    preference: PreparePreference,
    checkpoint: Checkpoint,
  ): Promise<Matrix> {
    const { dataset } = table;
    const rows = rowsLearned(dataset, recipe);
    const ignored = ignoredRows(dataset, recipe);
    const model = await modelFor(models, recipe);
    const fitted = model
      ? fittedIn(model, preference, recipe.learn)
      : fitRecipe(dataset, recipe, preference, rows ?? (ignored && withoutIgnored(allRows(dataset), ignored)));
    const prepared = await applyRecipe(fitted, dataset, checkpoint);
    const samples = ignored ? someOf(prepared.samples, (row) => ignored[row] !== 1) : prepared.samples;
    if (samples.count === 0) throw new Failure({ code: "no-rows", values: { dropped: dataset.rowCount } });
    const learned = rows ? samplesOf(samples, rows) : samples;
    return {
      kind: "rows",
      ...prepared,
      samples,
      notes: [...prepared.notes, ...ignoredNotes(ignored)],
      fitted,
      learned,
    };
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
      const matrix = await making.get(key, () => made(table, recipe, preference, checkpoint), checkpoint);
      making.forget(key);
      cache.set(key, matrix);
      evict();
      return matrix;
    },
    forgetTable(id: string): void {
      for (const key of cache.keys()) if (key.startsWith(JSON.stringify([id]).slice(0, -1))) cache.delete(key);
    },
  };
}

function bytesOf({ samples, learned }: Matrix): number {
  return (samples.count + (learned === samples ? 0 : learned.count)) * samples.width * 4;
}

/** The samples made of these rows, both ascending, laid out by themselves, as chosen to be learned from. */
function samplesOf(samples: MatrixSamples, rows: Uint32Array): MatrixSamples {
  const isWanted = new Set(rows);
  return { ...someOf(samples, (row) => isWanted.has(row)), isChosen: true };
}

/** The samples made of rows that are wanted, laid out by themselves; each keeps its class. */
function someOf(samples: MatrixSamples, isWanted: (row: number) => boolean): MatrixSamples {
  const which = Uint32Array.from(samples.origin.keys()).filter((sample) => isWanted(samples.origin[sample]!)); // a sample
  const { classes } = samples;
  const some = rowsAt(samples, which);
  return classes ? { ...some, classes: Int32Array.from(which, (sample) => classes[sample]!) } : some; // one of each
}

/** A preference that no column leaves open does not make another matrix. */
function effectivePreference(recipe: Recipe, table: Table, preference: PreparePreference): [string, string] {
  if (recipe.learn?.kind === "model") return [preference.scale, preference.encode];
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
