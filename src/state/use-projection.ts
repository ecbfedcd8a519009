import { useEffect, useMemo, useState } from "react";
import type { Axes, DatasetCard, Projection } from "../engine/protocol";
import type { Recipe } from "../core/prepare/recipe";
import { useAsk, useSession } from "./use-session";
import { useShownResult } from "./use-shown";

/** Points a canvas paints in one frame. */
const LIMIT = 20_000;

/** The axes of the map and its points; the points before stay until new ones are there. */
export function useProjection(): { readonly axes: Axes; readonly projection: Projection | null } {
  const ask = useAsk();
  const result = useShownResult();
  const dataset = useSession((state) => state.dataset);
  const recipe = useSession((state) => state.history.present.recipe);
  const chosen = useSession((state) => state.history.present.axes);
  const axes = useMemo(() => chosen ?? firstAxes(dataset, recipe), [chosen, dataset, recipe]);
  const [shown, setShown] = useState<{ readonly axes: Axes; readonly projection: Projection } | null>(null);
  const key = result?.key ?? null;
  useEffect(() => {
    if (key === null) return;
    let isCurrent = true;
    ask.project(key, axes, LIMIT).then(
      (projection) => {
        if (isCurrent) setShown({ axes, projection });
      },
      // The run was forgotten: the next result asks again.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [ask, key, axes]);
  return { axes: shown?.axes ?? axes, projection: key === null ? null : (shown?.projection ?? null) };
}

/** Two numbers span the map where there are only two; otherwise the components show more of the data. */
function firstAxes(dataset: DatasetCard | null, recipe: Recipe | null): Axes {
  const features = (dataset?.columns ?? []).flatMap(({ kind }, index) =>
    recipe?.columns[index]?.role === "feature" && kind === "number" ? [index] : [],
  );
  const [x, y] = features;
  return features.length === 2 && x !== undefined && y !== undefined
    ? { kind: "columns", x, y }
    : { kind: "components" };
}
