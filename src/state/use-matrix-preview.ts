import { useEffect, useState } from "react";
import type { FailureInfo } from "../core/data/failure";
import type { Recipe } from "../core/prepare/recipe";
import type { MatrixPreview } from "../engine/protocol";
import { failureInfoOf } from "../engine/failure-info";
import { detectorCardOf } from "./catalogue";
import { useAsk, useSession } from "./use-session";

interface Answer {
  readonly dataset: string;
  readonly recipe: Recipe;
  readonly detector: string;
  readonly preview: MatrixPreview | null;
  readonly failure: FailureInfo | null;
}

/** A slider at rest this long is meant. */
const REST_MS = 200;

/**
 * The matrix that the detector on screen would see. The last one stays while a new one is made;
 * `isStale` says so.
 */
export function useMatrixPreview(): {
  readonly preview: MatrixPreview | null;
  readonly failure: FailureInfo | null;
  readonly isStale: boolean;
} {
  const { preview: ask } = useAsk();
  const dataset = useSession((state) => state.dataset?.id ?? null);
  const recipe = useSession((state) => state.history.present.recipe);
  const detector = useSession(({ history: { present } }) => detectorCardOf(present.shown)?.id ?? present.shown);
  const [answer, setAnswer] = useState<Answer | null>(null);

  useEffect(() => {
    if (dataset === null || !recipe) return;
    let isWanted = true;
    const about = { dataset, recipe, detector };
    const settle = (preview: MatrixPreview | null, failure: FailureInfo | null) => {
      if (isWanted) setAnswer({ ...about, preview, failure });
    };
    const timer = setTimeout(() => {
      ask(about).then(
        (preview) => settle(preview, null),
        (error: unknown) => settle(null, failureInfoOf(error)),
      );
    }, REST_MS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [ask, dataset, recipe, detector]);

  const isOfThisTable = answer?.dataset === dataset;
  return {
    preview: isOfThisTable ? answer.preview : null,
    failure: isOfThisTable ? answer.failure : null,
    isStale: answer?.dataset !== dataset || answer.recipe !== recipe || answer.detector !== detector,
  };
}
