import { useMemo } from "react";
import type { Recipe } from "../core/prepare/recipe";
import type { Axes, DatasetCard, Projection, RunResult } from "../engine/protocol";
import { useQuery, type Query } from "./use-query";
import { useAsk, useSession } from "./use-session";
import { useShownResult } from "./use-shown";

/** Points a canvas paints in one frame. */
const MAX_POINTS_DRAWN = 20_000;

/** What a map shows: the result whose scores it colours, on these axes. */
interface MapQuestion {
  readonly result: RunResult;
  readonly axes: Axes;
}

/** The axes that are chosen, and the points of the map; those before stay, stale, until new ones of the same table are there. */
export function useProjection(): Query<MapQuestion, Projection> & { readonly axes: Axes } {
  const ask = useAsk();
  const result = useShownResult();
  const dataset = useSession((state) => state.dataset);
  const recipe = useSession((state) => state.history.present.recipe);
  const chosen = useSession((state) => state.history.present.axes);
  const axes = useMemo(() => chosen ?? firstAxes(dataset, recipe), [chosen, dataset, recipe]);
  const query = useQuery<MapQuestion, Projection>(
    result && { result, axes },
    (about, signal) => ask("project", { run: about.result.key, axes: about.axes, limit: MAX_POINTS_DRAWN }, signal),
    { keep: (earlier, present) => earlier.result.request.dataset === present.result.request.dataset },
  );
  return { ...query, axes };
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
