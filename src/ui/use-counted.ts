import { useCallback } from "react";
import { formatCount } from "./format";
import { useWords } from "./use-words";

/** Says a number of things: "1 row", "20,000 rows". */
export function useCounted(): (what: "rows" | "columns" | "images", count: number) => string {
  const { t, i18n } = useWords("common");
  const language = i18n.language;
  return useCallback((what, count) => t(what, { count, formatted: formatCount(count, language) }), [t, language]);
}
