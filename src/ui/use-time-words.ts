import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { formatNumber, formatTime } from "./format";

/** Writes a time of a series: a date, or the number that its time column holds. */
export function useTimeWords(isClock: boolean): (time: number) => string {
  const { i18n } = useTranslation();
  return useCallback(
    (time) => (isClock ? formatTime(Math.round(time), i18n.language) : formatNumber(time, i18n.language, 6)),
    [isClock, i18n.language],
  );
}
