import type { Mark } from "../project/mark";

/** What a person says of a row: any part of a mark. A verdict of null says nothing any more, and takes the mark away. */
export interface MarkChange {
  readonly verdict?: Mark["verdict"] | null;
  readonly note?: string;
  readonly tags?: readonly string[];
}

/** Who says it, and when. */
export interface Said {
  readonly by: string;
  readonly at: number;
}

/** Marks with what a person says of the rows of these keys. A note or tags without a verdict leave it open: "unsure". */
export function changedMarks(
  marks: readonly Mark[],
  keys: readonly string[],
  change: MarkChange,
  said: Said,
): readonly Mark[] {
  const asked = new Set(keys);
  const before = new Map(marks.filter(({ row }) => asked.has(row)).map((mark) => [mark.row, mark]));
  const others = marks.filter(({ row }) => !asked.has(row));
  if (change.verdict === null) return others;
  const made = keys.map((row): Mark => {
    const known = before.get(row);
    return {
      row,
      verdict: change.verdict ?? known?.verdict ?? "unsure",
      note: change.note ?? known?.note ?? "",
      tags: change.tags ?? known?.tags ?? [],
      ...said,
    };
  });
  return [...others, ...made];
}
