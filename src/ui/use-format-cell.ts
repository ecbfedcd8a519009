import { useCallback } from "react";
import type { Cell, ColumnKind } from "../core/data/column";
import { formatCellNumber, formatNumber, formatTime } from "./format";
import { useWords } from "./use-words";

/** Writes a cell of the table for people: numbers so that two that differ look different; a missing value is a dash. */
export function useFormatCell(): (cell: Cell | undefined, kind: ColumnKind, isName?: boolean) => string {
  return useFormatted(formatCellNumber);
}

/** Writes a figure about a column, numbers in so many significant digits. */
export function useFormatFigure(digits: number): (cell: Cell | undefined, kind: ColumnKind) => string {
  const format = useCallback((value: number, locale: string) => formatNumber(value, locale, digits), [digits]);
  return useFormatted(format);
}

function useFormatted(format: (value: number, locale: string) => string) {
  const { i18n } = useWords("common");
  return useCallback(
    (cell: Cell | undefined, kind: ColumnKind, isName = false) => {
      if (cell === null || cell === undefined) return "–";
      if (typeof cell === "string") return cell;
      if (kind === "time") return formatTime(cell, i18n.language);
      // Digits that name something are not counted in thousands.
      return isName && Number.isSafeInteger(cell) ? String(cell) : format(cell, i18n.language);
    },
    [i18n.language, format],
  );
}
