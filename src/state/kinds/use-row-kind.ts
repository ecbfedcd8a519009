import { kindIf } from "../../core/kinds/kinds";
import { plainRows, type RowKind, type RowKindName, type RowKindOf } from "../../core/kinds/row-kind";
import type { Recipe } from "../../core/prepare/recipe";
import type { RunResult } from "../../engine/protocol";
import { shownResultOf } from "../threshold";
import { useSession } from "../use-session";

/** What the rows are by the present choices; plain rows before there is a table. */
export function useAnyRowKind(): RowKind {
  return useSession(({ history }) => history.present.recipe?.rowKind ?? plainRows);
}

/** The same for what belongs to one kind; null where the rows are of another. */
export function useRowKind<N extends RowKindName>(name: N): RowKindOf<N> | null {
  return useSession(({ history }) => kindIf(history.present.recipe?.rowKind, name));
}

/** The recipe, where its rows are of this kind. */
export function useRecipeOf(name: RowKindName): Recipe | null {
  return useSession(({ history: { present } }) => recipeIf(present.recipe, name));
}

/** The result on screen, where its rows are of this kind: those of an earlier reading may still be shown. */
export function useShownResultOf(name: RowKindName): RunResult | null {
  return useSession((state) => resultIf(shownResultOf(state), name));
}

/** A result, when its rows are of this kind. */
export function resultIf(result: RunResult | null, name: RowKindName): RunResult | null {
  return recipeIf(result?.request.recipe ?? null, name) && result;
}

function recipeIf(recipe: Recipe | null, name: RowKindName): Recipe | null {
  return recipe && kindIf(recipe.rowKind, name) && recipe;
}
