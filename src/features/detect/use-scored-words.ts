import type { ScoredFile } from "../../engine/protocol";
import { formatCount, formatMoment, formatNumber, formatPercent } from "../../ui/format";
import { useWords } from "../../ui/use-words";
import { isToldOf, useDriftWords } from "./use-drift-words";

/** More columns than this are no longer read. */
const MAX_TOLD = 4;

/** Says what came of a file that a kept detector scored. */
export function useScoredWords() {
  const { t, i18n } = useWords("models");
  const driftWords = useDriftWords();
  const { language } = i18n;
  const day = (ms: number) => formatMoment(ms, language, { dateStyle: "medium", timeZone: "UTC" });
  const count = (value: number) => formatCount(value, language);
  return {
    count,
    period: ({ period }: ScoredFile) => (period ? [...new Set(period.map(day))].join(" – ") : ""),
    flagged: ({ flagged, rows }: ScoredFile) =>
      t("scored.flagged-of", { count: count(flagged), share: formatPercent(rows > 0 ? flagged / rows : 0, language) }),
    strangest: ({ strangest }: ScoredFile) =>
      strangest
        ? t("scored.strangest-row", {
            score: formatNumber(strangest.score100, language),
            row: count(strangest.row + 1),
          })
        : t("scored.none"),
    whole: ({ check }: ScoredFile) => t(`scored.whole-is.${check.verdict.isStranger ? "stranger" : "ordinary"}`),
    /** What is said first, and what follows of single columns. */
    changed({ check, renamed, unscored }: ScoredFile): readonly string[] {
      const told = check.columns.filter(isToldOf);
      return [
        ...(check.matters ? [t("scored.matters")] : told.length === 0 ? [t("scored.alike")] : []),
        ...told.slice(0, MAX_TOLD).map(driftWords),
        ...(told.length > MAX_TOLD ? [t("scored.more", { count: told.length - MAX_TOLD })] : []),
        ...renamed.map((one) => t("scored.renamed", { ...one })),
        ...(unscored > 0 ? [t("scored.unscored", { count: count(unscored) })] : []),
      ];
    },
  };
}
