import { useCallback } from "react";
import { formatCount, formatNumber } from "./format";
import { useWords } from "./use-words";

const units = [
  ["days", 86_400_000, 2],
  ["hours", 3_600_000, 1.5],
  ["minutes", 60_000, 1.5],
  ["seconds", 1000, 1],
] as const;

/** How long something lasts: in the largest unit that fits, or in steps where times are no times of day. */
export function useDuration(isClock: boolean): (length: number, steps: number) => string {
  const { t, i18n } = useWords("series");
  return useCallback(
    (length, steps) => {
      const [unit, size] = units.find(([, one, least]) => length >= least * one) ?? ["milliseconds", 1];
      if (!isClock) return t("duration.steps", { count: steps, formatted: formatCount(steps, i18n.language) });
      const value = length / size;
      return t(`duration.${unit}`, { count: value, formatted: formatNumber(value, i18n.language, 2) });
    },
    [isClock, t, i18n.language],
  );
}
