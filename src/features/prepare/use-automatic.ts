import { detectorCardOf } from "../../state/catalogue";
import { useSession } from "../../state/use-session";
import { useDetectorWords } from "../../ui/use-detector-words";
import { useNote } from "../../ui/use-note";
import { useWords } from "../../ui/use-words";

/** What "automatic" means for the detector on screen, and why. */
export function useAutomatic() {
  const { t } = useWords("prepare");
  const say = useNote();
  const words = useDetectorWords();
  const detector = detectorCardOf(useSession((state) => state.history.present.shown));
  const limit = useSession((state) => state.history.present.recipe?.oneHotLimit ?? 0);

  function sentenceOf(rule: string): string {
    if (!detector) return "";
    return t("choices.auto", {
      detector: words(detector, "label", detector.label),
      rule,
      why: say(detector.prefers.why),
    });
  }

  return {
    scaleWhy: () => sentenceOf(t(`scale.${detector?.prefers.scale ?? "none"}`)),
    /** Of a category with this many levels: too many of them are not one-hot encoded. */
    encodeWhy(levels: number): string {
      const preferred = detector?.prefers.encode ?? "frequency";
      if (preferred === "one-hot" && levels > limit) return t("choices.autoOverLimit", { limit });
      return sentenceOf(t(`encode.${preferred}`));
    },
  };
}
