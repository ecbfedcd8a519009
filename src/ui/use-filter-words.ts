import type { FlagRule } from "../core/rules/flag-rule";
import { formatCellNumber, formatList, formatNames, formatTime } from "./format";
import { useWords } from "./use-words";

/** Filters in words, as one condition. */
export function useFilterWords(): (filters: FlagRule["where"]["filters"]) => string {
  const { t, i18n } = useWords("judge");
  const { language } = i18n;
  return (filters) => {
    const said = filters.map((filter) => {
      const { name: column, kind } = filter.column;
      if (filter.kind === "missing") return t("rules.missing", { column });
      if (filter.kind === "levels") return t("rules.levels", { column, levels: formatNames(filter.levels, language) });
      const value = (of: number) => (kind === "time" ? formatTime(of, language) : formatCellNumber(of, language, 6));
      const { min, max } = filter;
      if (min !== null && max !== null) return t("rules.between", { column, min: value(min), max: value(max) });
      if (min !== null) return t("rules.at-least", { column, min: value(min) });
      return max === null ? column : t("rules.at-most", { column, max: value(max) });
    });
    return formatList(said, language);
  };
}
