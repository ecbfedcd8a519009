import { useCallback } from "react";
import { formatCount, formatNumber } from "./format";
import { useWords } from "./use-words";

const units = [
  ["days", 86_400_000, 2],
  ["hours", 3_600_000, 1.5],
  ["minutes", 60_000, 1.5],
  ["seconds", 1000, 1],
] as const;

/**
 * How long something lasts, of its length in units of times and its steps: in the largest unit that fits, or in steps where
 * it is not known how many milliseconds a unit is.
 */
export function useDuration(unitMs: number | null): (length: number, steps: number) => string {
  const { t, i18n } = useWords("series");
  return useCallback(
    (length, steps) => {
      if (unitMs === null) return t("duration.steps", { count: steps, formatted: formatCount(steps, i18n.language) });
      const ms = length * unitMs;
      const [unit, size] = units.find(([, one, least]) => ms >= least * one) ?? ["milliseconds", 1];
      const value = ms / size;
      return t(`duration.${unit}`, { count: value, formatted: formatNumber(value, i18n.language, 2) });
    },
    [unitMs, t, i18n.language],
  );
}
