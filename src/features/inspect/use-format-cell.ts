import { useCallback } from "react";
import type { Cell, ColumnKind } from "../../core/data/column";
import { formatNumber, formatTime } from "../../ui/format";
import { useWords } from "../../ui/use-words";

/** Writes a cell for people, numbers in so many significant digits; a missing value is a dash. */
export function useFormatCell(): (cell: Cell | undefined, kind: ColumnKind, digits?: number) => string {
  const { i18n } = useWords("common");
  return useCallback(
    (cell, kind, digits = 6) => {
      if (cell === null || cell === undefined) return "–";
      if (typeof cell === "string") return cell;
      return kind === "time" ? formatTime(cell, i18n.language) : formatNumber(cell, i18n.language, digits);
    },
    [i18n.language],
  );
}
