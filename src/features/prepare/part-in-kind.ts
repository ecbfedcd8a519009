import type { ColumnKind } from "../../core/data/column";
import type { Recipe } from "../../core/prepare/recipe";

/** What a column is for where rows are steps of series or events of sequences. */
export type PartInKind = "time" | "series-name" | "channel" | "symbol" | "sequence-name" | "order" | "unused";

/**
 * What a column is in the recipe's kind of row; null where rows are each for themselves, so that every setting of the
 * column counts. In series and events none but its role does.
 */
export function partInKind({ rowKind, columns }: Recipe, position: number, kind: ColumnKind): PartInKind | null {
  switch (rowKind?.kind) {
    case "series":
      if (position === rowKind.time) return "time";
      if (position === rowKind.group) return "series-name";
      return kind === "number" && columns[position]?.role === "feature" ? "channel" : "unused";
    case "events":
      if (position === rowKind.symbol) return "symbol";
      if (position === rowKind.sequence) return "sequence-name";
      return position === rowKind.time ? "order" : "unused";
    default:
      return null;
  }
}
