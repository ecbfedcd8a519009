import { useCallback } from "react";
import { formatNumber, formatTime } from "./format";
import { useWords } from "./use-words";

/** Writes a time of a series: a date, or the number that its time column holds. */
export function useTimeWords(isClock: boolean): (time: number) => string {
  const { i18n } = useWords("common");
  return useCallback(
    (time) => (isClock ? formatTime(Math.round(time), i18n.language) : formatNumber(time, i18n.language, 6)),
    [isClock, i18n.language],
  );
}
