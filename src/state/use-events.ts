import { useMemo } from "react";
import type { Recipe } from "../core/prepare/recipe";
import type { EventsShape } from "../core/series/shape";
import type { EventSequences } from "../engine/protocol";
import { useAnswer, type Answering } from "./use-answer";
import { useAsk, useSession } from "./use-session";

/** The events that the rows are read as; null where they are read otherwise. */
export function useEventsShape(): EventsShape | null {
  return useSession(({ history }) => {
    const shape = history.present.recipe?.shape;
    return shape?.kind === "events" ? shape : null;
  });
}

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
