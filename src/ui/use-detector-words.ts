import { useCallback } from "react";
import { useTranslation } from "react-i18next";

/** Says a part of a detector's card ("label", "params.trees.help") in the person's language; English stands in the card itself. */
export function useDetectorWords(): (detector: { readonly id: string }, path: string, fallback: string) => string {
  const { t } = useTranslation("detectors");
  // Cards are plain words: braces in them are no placeholders.
  return useCallback(
    ({ id }, path, fallback) => t(`${id}.${path}`, { defaultValue: fallback, skipInterpolation: true }),
    [t],
  );
}
