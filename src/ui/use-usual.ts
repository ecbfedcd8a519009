import type { ColumnKind } from "../core/data/column";
import type { Contribution } from "../core/explain/explanation";
import { useWords } from "./use-words";
import { useFormatFigure } from "./use-format-cell";

/** What a value would be compared with, in few words: what was expected of it, or where the middle half of its column lies. */
export function useUsual(): (contribution: Contribution, kind: ColumnKind) => string {
  const { t } = useWords("inspect");
  const format = useFormatFigure(3);
  return ({ expected, typical, direction }, kind) => {
    if (expected !== null) return t("chip.expected", { value: format(expected, kind) });
    // A value that is odd only beside others lies within what is usual.
    if (typical === null || direction === "combination") return "";
    if ("level" in typical) return direction === "rare" ? t("chip.usual", { value: typical.level }) : "";
    const [low, high] = [format(typical.low, kind), format(typical.high, kind)];
    return low === high ? t("chip.usual", { value: low }) : t("chip.usual-range", { low, high });
  };
}
