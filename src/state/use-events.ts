import { useMemo } from "react";
import type { Recipe } from "../core/prepare/recipe";
import type { EventScores, EventSequences } from "../engine/protocol";
import { shownResultOf } from "./threshold";
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

interface Run {
  readonly run: string;
}

/** What the run on screen thinks of each event where it scores sequences as a whole; null where it does not, or not yet. */
export function useEventScores(): EventScores | null {
  const { eventScores } = useAsk();
  const run = useSession((state) => {
    const result = shownResultOf(state);
    const shape = result?.request.recipe.shape;
    return result && shape?.kind === "events" && shape.level === "sequence" ? result.key : null;
  });
  const question = useMemo(() => (run === null ? null : { run }), [run]);
  const ask = useMemo(() => (about: Run) => eventScores(about.run), [eventScores]);
  const { answer, question: answered } = useAnswer(question, ask);
  return run !== null && answered?.run === run ? answer : null;
}
