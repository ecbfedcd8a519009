import { useCallback } from "react";
import { useWords } from "./use-words";

/** Says a part of a detector's card ("label", "params.trees.help") in the person's language; English stands in the card itself. */
export function useDetectorWords(): (detector: { readonly id: string }, path: string, fallback: string) => string {
  const { t, knows } = useWords("detectors");
  return useCallback(
    ({ id }, path, fallback) => {
      const key = `${id}.${path}`;
      // Cards are plain words: braces in them are no placeholders.
      return knows(key) ? t(key, { skipInterpolation: true }) : fallback;
    },
    [t, knows],
  );
}
