import { partInKind } from "../../core/kinds/kinds";
import type { Recipe } from "../../core/prepare/recipe";
import type { DatasetCard } from "../../engine/protocol";

/** The channel that was chosen; null where its column is none any more, as when it was left out or became words. */
export function stillChannel(
  wanted: number | null,
  dataset: Pick<DatasetCard, "columns"> | null,
  recipe: Recipe | null,
): number | null {
  if (wanted === null || !recipe) return null;
  const kind = dataset?.columns[wanted]?.kind;
  return kind && partInKind(recipe, wanted, kind) === "channel" ? wanted : null;
}
