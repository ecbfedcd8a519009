import { useMemo } from "react";
import { factsOf, type TableFacts } from "../../core/detect/table-facts";
import { coreKindOf } from "../../core/kinds/kinds";
import { useSession } from "../../state/use-session";

/** The facts of the open table that recommendations rest on; null before there is one, and of rows that nothing is known of. */
export function useTableFacts(): TableFacts | null {
  const dataset = useSession((state) => state.dataset);
  const recipe = useSession((state) => state.history.present.recipe);
  return useMemo(
    () =>
      dataset && recipe && coreKindOf(recipe.rowKind).isKnownOfTables
        ? factsOf(dataset.rowCount, dataset.columns, recipe)
        : null,
    [dataset, recipe],
  );
}
