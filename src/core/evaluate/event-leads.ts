import type { Stretch } from "../score/stretches";

/** When a labelled stretch was first flagged, in steps after its first one; null: never. */
export interface EventLead {
  readonly first: number;
  readonly delay: number | null;
}

/** For each labelled stretch, how long after its beginning the first of its steps is flagged. Steps are flagged at `scores` >= threshold. */
export function eventLeads(labelled: readonly Stretch[], isFlagged: (step: number) => boolean): readonly EventLead[] {
  return labelled.map(({ from, to }) => {
    for (let step = from; step < to; step++) if (isFlagged(step)) return { first: from, delay: step - from };
    return { first: from, delay: null };
  });
}
