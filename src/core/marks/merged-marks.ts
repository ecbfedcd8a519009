import type { Mark } from "../project/mark";

/** Two people's marks laid together. */
export interface MergedMarks {
  readonly marks: readonly Mark[];
  /** Rows that came with a verdict where there was none. */
  readonly added: number;
  /** Rows of which both said the same. */
  readonly agreed: number;
  /** Rows of which they do not: `ours` stays. */
  readonly conflicts: readonly { readonly ours: Mark; readonly theirs: Mark }[];
  /** Cohen's kappa over the rows that both marked: agreement beyond chance, at most 1; null where chance alone decides. */
  readonly kappa: number | null;
}

/** Our marks with theirs laid over: what only they marked is taken, a row that both marked keeps ours; their notes and tags are added to it where it has none. */
export function mergedMarks(ours: readonly Mark[], theirs: readonly Mark[]): MergedMarks {
  const byRow = new Map(ours.map((mark) => [mark.row, mark]));
  const conflicts: { ours: Mark; theirs: Mark }[] = [];
  const pairs: (readonly [Mark["verdict"], Mark["verdict"]])[] = [];
  let added = 0;
  for (const their of theirs) {
    const our = byRow.get(their.row);
    if (!our) {
      added += 1;
      byRow.set(their.row, their);
      continue;
    }
    pairs.push([our.verdict, their.verdict]);
    if (our.verdict !== their.verdict) conflicts.push({ ours: our, theirs: their });
    byRow.set(their.row, {
      ...our,
      note: our.note || their.note,
      tags: [...new Set([...our.tags, ...their.tags])],
    });
  }
  return {
    marks: [...byRow.values()],
    added,
    agreed: pairs.length - conflicts.length,
    conflicts,
    kappa: kappaOf(pairs),
  };
}

/** Cohen's kappa (1960) of pairs of verdicts; null where both always say one thing, or there are no pairs. */
export function kappaOf(pairs: readonly (readonly [string, string])[]): number | null {
  const count = pairs.length;
  const shares = (of: 0 | 1) => {
    const by = new Map<string, number>();
    for (const pair of pairs) by.set(pair[of], (by.get(pair[of]) ?? 0) + 1 / count);
    return by;
  };
  const [first, second] = [shares(0), shares(1)];
  const seen = pairs.filter(([a, b]) => a === b).length / count;
  let chance = 0;
  for (const [verdict, share] of first) chance += share * (second.get(verdict) ?? 0);
  return count === 0 || chance > 1 - 1e-9 ? null : (seen - chance) / (1 - chance);
}
