import type { Confusion } from "../../core/score/confusion";

/** A table of more classes cannot be read. */
const MAX_CLASSES_SHOWN = 20;

/** The places of the classes that are shown: all, or the most frequent ones in their order. */
export function shownClasses({ counts }: Confusion): readonly number[] {
  const rowsOf = (place: number) => counts[place]?.reduce((sum, count) => sum + count, 0) ?? 0;
  return [...counts.keys()]
    .sort((a, b) => rowsOf(b) - rowsOf(a) || a - b)
    .slice(0, MAX_CLASSES_SHOWN)
    .sort((a, b) => a - b);
}
