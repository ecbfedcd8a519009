import type { ColumnKind } from "../../core/data/column";
import type { Recipe } from "../../core/prepare/recipe";

/** What a column is for where rows are steps of series or events of sequences. */
export type PartInShape = "time" | "series-name" | "channel" | "symbol" | "sequence-name" | "order" | "unused";

/**
 * The part of a column in the shape of the recipe; null where rows are each for themselves, so that every setting of the
 * column counts. In series and events none but its role does.
 */
export function partInShape({ shape, columns }: Recipe, position: number, kind: ColumnKind): PartInShape | null {
  switch (shape?.kind) {
    case "series":
      if (position === shape.time) return "time";
      if (position === shape.group) return "series-name";
      return kind === "number" && columns[position]?.role === "feature" ? "channel" : "unused";
    case "events":
      if (position === shape.symbol) return "symbol";
      if (position === shape.sequence) return "sequence-name";
      return position === shape.time ? "order" : "unused";
    default:
      return null;
  }
}
