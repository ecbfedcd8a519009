/** What is usual at each phase of a season, of each step without itself. */
export interface SeasonMedians {
  /** The median of the other steps of the same phase. */
  readonly usual: Float64Array;
  /** The steps of each phase, in order. */
  readonly stepsOf: readonly Uint32Array[];
}

/**
 * For each step the median of `values` at the other steps of its phase, so that a step is never expected to be what it
 * is. Where a phase comes once its steps are expected to be 0.
 */
export function seasonMedians(values: Float64Array, phases: Uint32Array, period: number): SeasonMedians {
  const lists: number[][] = Array.from({ length: period }, () => []);
  phases.forEach((phase, step) => lists[phase]!.push(step)); // phase < period
  const usual = new Float64Array(values.length);
  const stepsOf = lists.map((list) => Uint32Array.from(list));
  for (const steps of stepsOf) {
    const count = steps.length;
    if (count < 2) continue;
    const order = [...steps].sort((one, other) => values[one]! - values[other]!); // steps of the series
    // Of the others, `count` - 1 of them: the places from their middle on move up by one behind the step itself.
    const [low, high] = [Math.floor((count - 2) / 2), Math.ceil((count - 2) / 2)];
    order.forEach((step, rank) => {
      const one = values[order[low >= rank ? low + 1 : low]!]!; // places below count
      const other = values[order[high >= rank ? high + 1 : high]!]!; // places below count
      usual[step] = (one + other) / 2;
    });
  }
  return { usual, stepsOf };
}
