import { useMemo } from "react";
import { partInKind } from "../core/kinds/kinds";
import { asideRemarks } from "../core/remarks/aside-remarks";
import type { Remark } from "../core/remarks/remark";
import { useSession } from "./use-session";

/** The columns that detectors do not see though nobody said so; none where the format itself says what they are for. */
export function useAsides(): readonly Remark[] {
  const dataset = useSession((state) => state.dataset);
  const recipe = useSession((state) => state.history.present.recipe);
  return useMemo(() => {
    if (!dataset || !recipe || dataset.read.format === "images") return [];
    const { columns } = dataset;
    const isUsed = (at: number) => {
      const part = partInKind(recipe, at, columns[at]?.kind ?? "text");
      return part !== null && part !== "unused";
    };
    return asideRemarks(
      columns,
      recipe.columns.map(({ role }) => role),
      isUsed,
    );
  }, [dataset, recipe]);
}
