import { useMemo } from "react";
import type { Recipe } from "../core/prepare/recipe";
import type { EventSequences } from "../engine/protocol";
import { useAnswer, type Answering } from "./use-answer";
import { useAsk, useSession } from "./use-session";

interface About {
  readonly dataset: string;
  readonly recipe: Recipe;
}

/** The rows as sequences of events. */
export function useEventSequences(): Answering<About, EventSequences> {
  const { eventSequences } = useAsk();
  const dataset = useSession((state) => state.dataset?.id ?? null);
  const recipe = useSession((state) => state.history.present.recipe);
  const ask = useMemo(() => (about: About) => eventSequences(about.dataset, about.recipe), [eventSequences]);
  const question = useMemo(
    () => (dataset !== null && recipe?.shape?.kind === "events" ? { dataset, recipe } : null),
    [dataset, recipe],
  );
  return useAnswer(question, ask);
}
