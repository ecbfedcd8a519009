import type { ColumnDrift } from "../../engine/protocol";
import { formatCount, formatNames, formatNumber, formatPercent } from "../../ui/format";
import { useWords } from "../../ui/use-words";

/** Missing more often by less than this is nothing to tell. */
const MIN_MISSING_MORE = 0.05;

/** Whether a column lies so that it is told. */
export function isToldOf({ column, isOther, newLevels, times, missingBefore, missingNow }: ColumnDrift): boolean {
  return (
    column === null ||
    isOther ||
    newLevels.length > 0 ||
    times !== null ||
    missingNow - missingBefore >= MIN_MISSING_MORE
  );
}

/** Says how a column lies against what a kept detector learned: the one thing of it that explains most. */
export function useDriftWords(): (drift: ColumnDrift) => string {
  const { t, i18n } = useWords("models");
  const { language } = i18n;
  const percent = (share: number) => formatPercent(share, language);
  return ({ name: column, column: at, readAs, times, newLevels, missingBefore, missingNow, distance, psi }) => {
    if (readAs !== null) return t(`check.read-as.${readAs}`, { column });
    if (at === null) return t("check.absent", { column });
    if (times !== null) {
      const written = times >= 1 ? formatCount(times, language) : formatNumber(times, language);
      return t("check.times", { column, times: written });
    }
    if (newLevels.length > 0) return t("check.levels", { column, levels: formatNames(newLevels, language) });
    if (missingNow - missingBefore >= MIN_MISSING_MORE)
      return t("check.missing", { column, now: percent(missingNow), before: percent(missingBefore) });
    return t("check.moved", { column, share: percent(distance), psi: formatNumber(psi, language) });
  };
}
