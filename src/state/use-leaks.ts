import { useMemo } from "react";
import { labelColumnOf } from "../core/project/label-truth";
import type { Remark } from "../core/remarks/remark";
import { useCall } from "./use-call";
import { useSaidStrange } from "./use-label-truth";
import { useSession } from "./use-session";

/** The columns that detectors see though they give the label away, each to be left out in one click. */
export function useLeaks(): readonly Remark[] {
  const dataset = useSession((state) => state.dataset?.id ?? null);
  const recipe = useSession((state) => state.history.present.recipe);
  const column = labelColumnOf(recipe);
  const strange = useSaidStrange();
  const { answer } = useCall(
    "leaks",
    dataset === null || column === null ? null : { dataset, column, ...(strange && { strange }) },
  );
  return useMemo(
    () =>
      (answer ?? [])
        .filter((leak) => recipe?.columns[leak.column]?.role === "feature")
        .map((leak): Remark => ({ columns: [leak.column], why: leak.why, remedies: [{ does: "leave-out" }] })),
    [answer, recipe],
  );
}
