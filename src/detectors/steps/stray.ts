/** A stretch whose level is not what it is beside it. */
export interface Stray {
  readonly from: number;
  readonly to: number;
  /** How far it lies from what is expected beside it. */
  readonly height: number;
  /** -log10 of how many such are expected in the whole lane by chance. */
  readonly evidence: number;
}

/**
 * The surest first, each as far from the others as the wider of the two is wide: its shadow is no finding.
 * @param most so many at most
 */
export function apartFromEachOther(candidates: Stray[], most: number): Stray[] {
  const chosen: Stray[] = [];
  for (const one of candidates.sort((a, b) => b.evidence - a.evidence)) {
    const isApart = chosen.every((other) => {
      const margin = Math.max(one.to - one.from, other.to - other.from);
      return one.from >= other.to + margin || one.to <= other.from - margin;
    });
    if (isApart) chosen.push(one);
    if (chosen.length >= most) break;
  }
  return chosen;
}

/** Steps side by side are one thing: each is as sure as the surest of them. Ascending. */
export function inRuns(found: readonly Stray[]): Stray[] {
  const all: Stray[] = [];
  for (let from = 0, to = 0; from < found.length; from = to) {
    to = from + 1;
    while (to < found.length && found[to]!.from === found[to - 1]!.to) to++; // to < length
    const run = found.slice(from, to);
    const evidence = Math.max(...run.map((one) => one.evidence));
    all.push(...run.map((one) => ({ ...one, evidence })));
  }
  return all;
}
