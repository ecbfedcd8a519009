import type { Dialect } from "../../core/data/dialect";

/**
 * Rewrites a number as it is written with one decimal mark for the other: 1,234.5 becomes 1.234,5. What stands around it,
 * a unit or "<", stays. Null where the mark is the same and nothing is to be done.
 */
export function otherMarks(
  { decimal, thousands }: Pick<Dialect, "decimal" | "thousands">,
  wanted: Dialect["decimal"],
): ((text: string) => string) | null {
  if (decimal === wanted) return null;
  return (text) => {
    let marked = "";
    for (const character of text)
      marked += character === decimal ? wanted : character === thousands && thousands === wanted ? decimal : character;
    return marked;
  };
}
