import type { ColumnRecipe, Recipe } from "../core/prepare/recipe";
import type { LearnRule } from "../core/learn/learn-rule";
import type { LabelledWindow } from "../core/series/labelled-windows";
import type { RowKind } from "../core/kinds/row-kind";
import { type Choices, withoutLeftovers } from "./choices";
import { choicesReadAs } from "./read-as";
import type { SessionContext } from "./session-context";

/** Changes of what columns are for, and of what the rows are. */
export function recipeActions(
  context: SessionContext,
  /** Changes that decide which runs are wanted. */
  chooseForRuns: (change: Partial<Choices>, tag?: string) => void,
) {
  function changeRecipe(change: (recipe: Recipe) => Recipe, tag?: string): void {
    const { recipe } = context.choices();
    if (recipe) chooseForRuns({ recipe: change(recipe) }, tag);
  }

  return {
    /** Changes the recipe of some columns in one undoable step; who names a group wants rows compared within it. */
    setColumns(columns: readonly number[], change: Partial<ColumnRecipe>, tag?: string): void {
      const touched = new Set(columns);
      changeRecipe(
        (recipe) => ({
          ...recipe,
          columns: recipe.columns.map((column, index) => (touched.has(index) ? { ...column, ...change } : column)),
          withinGroup: change.role === "group" || recipe.withinGroup,
        }),
        tag,
      );
    },
    setRecipe(change: Partial<Omit<Recipe, "columns">>, tag?: string): void {
      changeRecipe((recipe) => ({ ...recipe, ...change }), tag);
    },
    /** Which rows detectors learn from; null: all, which leaves no trace in the recipe, so that it is the one of before. */
    learnFrom(rule: LearnRule | null, tag?: string): void {
      changeRecipe(({ learn: _, ...others }) => (rule ? { ...others, learn: rule } : others), tag);
    },
    /** Periods that are neither learned from nor flagged, by a column of times; none leave no trace in the recipe. */
    ignorePeriods(column: number, windows: readonly LabelledWindow[], tag?: string): void {
      changeRecipe(
        ({ ignored: _, ...others }) => (windows.length > 0 ? { ...others, ignored: { column, windows } } : others),
        tag,
      );
    },
    resetRecipe(): void {
      const { dataset } = context.store.getState();
      if (!dataset) return;
      const choices = context.choices();
      const { recipe } = dataset;
      chooseForRuns(withoutLeftovers({ ...choices, ...choicesReadAs(dataset, choices, recipe.rowKind), recipe }));
    },
    /** Says which values of a label mean strange; null: as guessed. Only what learns from the label is fitted again. */
    setStrange(column: number, strange: readonly string[] | null): void {
      chooseForRuns({ truth: strange && { column, strange } }, `strange:${column}`);
    },
    /** Reads the rows as steps of series, as events, or each for itself, with detectors that fit: one undoable step. */
    readAs(rowKind: RowKind): void {
      const { dataset } = context.store.getState();
      if (!dataset) return;
      context.notice({ selectedRow: null, justMarked: null, noting: null, boxed: null, stops: null });
      const choices = context.choices();
      chooseForRuns(withoutLeftovers({ ...choices, ...choicesReadAs(dataset, choices, rowKind) }));
    },
  };
}
