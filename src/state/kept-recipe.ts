import type { Recipe } from "../core/prepare/recipe";
import type { Shape } from "../core/series/shape";
import type { DatasetCard } from "../engine/protocol";

/**
 * The recipe for a table that was just read: what a person had chosen stays for every column that is
 * still there with the same name and kind, the rest starts from the guess. What the rows are stays while its columns do.
 */
export function keptRecipe(chosen: Recipe | null, before: DatasetCard | null, now: DatasetCard): Recipe {
  if (!chosen) return now.recipe;
  if (!before) return chosen.columns.length === now.columns.length ? chosen : now.recipe;
  const { shape, ...rest } = chosen;
  const shapes = shape && names(shape, before) === names(shape, now) ? { shape } : {};
  return {
    ...rest,
    ...shapes,
    columns: now.columns.map((column, position) => {
      const guess = now.recipe.columns[position];
      const was = before.columns.findIndex(({ name, kind }) => name === column.name && kind === column.kind);
      const kept = was < 0 ? undefined : chosen.columns[was];
      const untouched = was >= 0 && kept === before.recipe.columns[was];
      const column_ = untouched ? guess : (kept ?? guess);
      if (!column_) throw new RangeError(`no recipe for column ${position}`);
      return column_;
    }),
  };
}

/** The columns that a shape names, and their kinds: positions mean something else once columns have moved. */
function names(shape: Shape, { columns }: DatasetCard): string {
  const positions = columnsOf(shape);
  return JSON.stringify(positions.map((at) => (at === null ? null : [columns[at]?.name, columns[at]?.kind])));
}

function columnsOf(shape: Shape): readonly (number | null)[] {
  switch (shape.kind) {
    case "series":
      return [shape.time, shape.group];
    case "events":
      return [shape.symbol, shape.sequence, shape.time];
    case "images":
      return [];
    default:
      return shape satisfies never;
  }
}
