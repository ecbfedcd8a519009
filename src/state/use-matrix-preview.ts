import type { MatrixPreview, PreviewRequest } from "../engine/protocol";
import { detectorCardOf } from "./catalogue";
import { previewedDetectorOf } from "./choices";
import { useCall } from "./use-call";
import type { Query } from "./use-query";
import { useSession } from "./use-session";

/** A slider at rest this long is meant. */
const REST_MS = 200;

/** What the detector on screen would see; the earlier one stays, stale, while a new one is made of the same table. */
export function useMatrixPreview(): Query<PreviewRequest, MatrixPreview> {
  const dataset = useSession((state) => state.dataset?.id ?? null);
  const recipe = useSession((state) => state.history.present.recipe);
  const instance = useSession(({ history }) => previewedDetectorOf(history.present));
  const detector = detectorCardOf(instance)?.id ?? instance;
  return useCall("preview", dataset === null || !recipe ? null : { dataset, recipe, detector }, {
    restMs: REST_MS,
    keep: (earlier, present) => earlier.dataset === present.dataset,
  });
}
