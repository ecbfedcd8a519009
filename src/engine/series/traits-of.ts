import type { Column } from "../../core/data/column";
import type { Dataset } from "../../core/data/dataset";
import { Failure } from "../../core/data/failure";
import { kindIf } from "../../core/kinds/kinds";
import type { Recipe } from "../../core/prepare/recipe";
import { seriesSamplesOf } from "../../core/series/series-samples-of";
import { seriesTraitsOf, type SeriesTraits } from "../../core/series/series-traits";

/** What so many rows are like, the others are: a table is opened in no time. */
const MAX_ROWS_LOOKED_AT = 10_000;

/** What the series of a table are like, by its first rows; null where it is read as something else or no series can be made of it. */
export async function traitsOf(
  dataset: Dataset,
  recipe: Recipe,
  checkpoint: () => Promise<void>,
): Promise<SeriesTraits | null> {
  const rowKind = kindIf(recipe.rowKind, "series");
  if (!rowKind) return null;
  try {
    const { samples } = await seriesSamplesOf(firstRows(dataset, MAX_ROWS_LOOKED_AT), recipe, rowKind, checkpoint);
    return await seriesTraitsOf(samples, checkpoint);
  } catch (error) {
    // Without a channel or a row there is no series to speak of; whoever runs on it is told why.
    if (error instanceof Failure && error.info.code !== "cancelled") return null;
    throw error;
  }
}

function firstRows(dataset: Dataset, most: number): Dataset {
  if (dataset.rowCount <= most) return dataset;
  return { ...dataset, rowCount: most, columns: dataset.columns.map((column) => headOf(column, most)) };
}

function headOf(column: Column, most: number): Column {
  switch (column.kind) {
    case "number":
    case "time":
      return { ...column, values: column.values.subarray(0, most) };
    case "category":
      return { ...column, codes: column.codes.subarray(0, most) };
    case "text":
      return { ...column, values: column.values.slice(0, most) };
    default:
      return column satisfies never;
  }
}
