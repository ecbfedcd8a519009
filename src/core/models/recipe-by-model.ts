import type { Note } from "../data/note";
import type { Recipe } from "../prepare/recipe";
import { type RecipeSettings, recipeFor, type TableOutline } from "../project/recipe-settings";
import { type MappedColumn, namesIn, renamedSettings } from "./column-map";

/** The recipe by which a kept model scores a table, with its columns as the map says; and what found no place in it. */
export function recipeByModel(
  { id, settings }: { readonly id: string; readonly settings: RecipeSettings },
  map: readonly MappedColumn[],
  { columns, recipe: guess }: Pick<TableOutline, "columns" | "recipe">,
): { readonly recipe: Recipe; readonly notes: readonly Note[] } {
  const names = namesIn(map);
  const laid = recipeFor(
    renamedSettings(settings, names),
    { columns: columns.map(({ name, kind }) => ({ name, kind })), recipe: guess },
    { isGuessNewer: false, keepsAside: false },
  );
  const learn = { kind: "model", model: id, ...(Object.keys(names).length > 0 && { names }) } as const;
  return { recipe: { ...laid.recipe, learn }, notes: laid.notes };
}
