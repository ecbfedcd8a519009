/** What tells which rows are strange: a label column, labelled windows of time, masks of images, what a person marked. */
export const truthSources = ["label", "windows", "masks", "marks"] as const;

export type TruthSource = (typeof truthSources)[number];

/** Whether a row is strange (1) or not (0); null: nothing is known of it. */
export type Saying = (row: number) => 0 | 1 | null;

/**
 * What several sources say together: a row that somebody marked is what the mark says, because somebody looked at that very
 * row; else it is strange where any of the others says so.
 */
export function saidTogether(marks: Saying | null, others: readonly Saying[]): Saying {
  return (row) => {
    const marked = marks?.(row) ?? null;
    if (marked !== null) return marked;
    let found: 0 | 1 | null = null;
    for (const said of others) {
      const one = said(row);
      if (one === 1) return 1;
      found ??= one;
    }
    return found;
  };
}
