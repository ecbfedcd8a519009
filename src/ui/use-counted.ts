import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { formatCount } from "./format";

/** Says a number of things: "1 row", "20,000 rows". */
export function useCounted(): (what: "rows" | "columns" | "images", count: number) => string {
  const { t, i18n } = useTranslation("common");
  const language = i18n.language;
  return useCallback((what, count) => t(what, { count, formatted: formatCount(count, language) }), [t, language]);
}
