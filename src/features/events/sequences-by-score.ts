import type { EventSequences } from "../../engine/protocol";

/** The sequences of a run, the strangest first. */
export interface RankedSequences {
  readonly order: Uint32Array;
  /** The highest score of each sequence, by sequence; NaN where it has none. */
  readonly peaks: Float64Array;
}

/** Sequences in the order of their highest score; those without one last, ties in their own order. */
export function sequencesByScore({ starts, rows }: EventSequences, scores: Float64Array | null): RankedSequences {
  const count = Math.max(0, starts.length - 1);
  const peaks = new Float64Array(count).fill(NaN);
  for (let sequence = 0; scores && sequence < count; sequence++)
    for (let event = starts[sequence] ?? 0; event < (starts[sequence + 1] ?? 0); event++) {
      const score = scores[rows[event] ?? 0] ?? NaN;
      if (!Number.isNaN(score) && !(score <= (peaks[sequence] ?? NaN))) peaks[sequence] = score;
    }
  const height = (sequence: number) => (Number.isNaN(peaks[sequence]) ? -Infinity : (peaks[sequence] ?? -Infinity));
  const order = Uint32Array.from({ length: count }, (_, sequence) => sequence);
  if (scores) order.sort((a, b) => (height(b) === height(a) ? a - b : height(b) - height(a)));
  return { order, peaks };
}

/** The row of the event of each sequence that has the highest score, the first of them; its first row without scores. */
export function strangestRows({ starts, rows }: EventSequences, scores: Float64Array | null): Uint32Array {
  return Uint32Array.from({ length: Math.max(0, starts.length - 1) }, (_, sequence) => {
    const own = rows.subarray(starts[sequence], starts[sequence + 1]);
    const height = (row: number) => scores?.[row] ?? 0;
    return own.reduce((most, row) => (height(row) > height(most) ? row : most), own[0] ?? 0);
  });
}

/** The sequence and the place in it of each row that is an event; null for others. Asked often: the table is made once. */
export function placesOf({
  starts,
  rows,
}: EventSequences): (row: number) => { sequence: number; event: number } | null {
  const eventOf = new Map<number, number>();
  rows.forEach((row, event) => eventOf.set(row, event));
  return (row) => {
    const event = eventOf.get(row);
    if (event === undefined) return null;
    let low = 0;
    let high = starts.length - 1;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((starts[middle] ?? Infinity) <= event) low = middle;
      else high = middle;
    }
    return { sequence: low, event: event - (starts[low] ?? 0) };
  };
}
