import type { Consequence } from "../../../core/score/consequence";
import type { ConsequenceThreshold, FlaggedPer } from "../../../engine/protocol";
import { formatCount, formatList, formatNumber, formatPercent, formatTime, joinClauses } from "../../../ui/format";
import { useWords } from "../../../ui/use-words";

/** What a threshold brings, in words. */
export function useOutcomeWords(): (found: ConsequenceThreshold, by: Consequence) => string {
  const { t, i18n } = useWords("inspect");
  const { language } = i18n;
  const count = (of: number) => formatCount(of, language);

  function unitOf(unit: number | string, isDays: boolean): string {
    if (!isDays || typeof unit !== "number") return String(unit);
    return formatTime(unit, language);
  }

  function perInWords({ isDays, units, mean, most, none }: FlaggedPer, column: string): string {
    const values = { mean: formatNumber(mean, language), units: count(units), column };
    const listed = most.map((one) =>
      t("threshold.by.is.most-item", { unit: unitOf(one.unit, isDays), count: count(one.count) }),
    );
    const clauses = [
      t(isDays ? "threshold.by.is.capacity-days" : "threshold.by.is.capacity", values),
      ...(listed.length > 0 ? [t("threshold.by.is.most", { most: formatList(listed, language) })] : []),
      ...(none > 0 ? [t("threshold.by.is.none", { count: none, formatted: count(none) })] : []),
    ];
    return joinClauses(clauses, language);
  }

  return ({ per, fares, reference }, by) => {
    if (by.kind === "capacity") return per ? perInWords(per, by.per) : "";
    if (by.kind === "false-alarms") {
      const { rows = 0, flagged = 0, tested = 0, unit = "row" } = reference ?? {};
      const values = {
        share: formatPercent(by.share, language),
        formatted: count(rows),
        tested: count(tested),
        context: unit,
      };
      if (tested === 0) return t("threshold.by.is.nothing", values);
      const said = t("threshold.by.is.false-alarms", values);
      return flagged === 0
        ? said
        : joinClauses(
            [said, t("threshold.by.is.of-these", { count: flagged, formatted: count(flagged), context: unit })],
            language,
          );
    }
    const known = { rows: count(fares?.rows ?? 0), strange: count(fares?.strange ?? 0) };
    if (by.kind === "cost")
      return t("threshold.by.is.cost", { ...known, fares: formatNumber(fares?.value ?? NaN, language) });
    const figure = by.figure === "mcc" ? "MCC" : `F-${formatNumber(by.beta, language)}`;
    return t("threshold.by.is.best", { ...known, figure, fares: formatNumber(fares?.value ?? NaN, language, 2) });
  };
}
