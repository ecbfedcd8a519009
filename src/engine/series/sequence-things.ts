import { upperBound } from "../../core/math/sort";
import { countAtOrAbove } from "../../core/score/threshold";
import type { PreparedEvents } from "../../core/series/event-samples-of";
import type { Thing, Things } from "../calls/findings";
import type { Standing } from "../engine-kind";
import type { StoredRun } from "../stored-run";

/**
 * Of events: the sequences that hold flagged ones, the strangest first. Where there is one sequence only, every event
 * that is flagged is a thing of its own, as a row is.
 */
export function sequenceThings(
  { result: { order, sorted } }: StoredRun,
  { samples, stepOf, names }: PreparedEvents,
  { threshold, most }: Standing,
): Things {
  const { starts } = samples;
  const flagged = order.subarray(0, countAtOrAbove(sorted, threshold));
  if (starts.length <= 2)
    return {
      total: flagged.length,
      things: Array.from(flagged.subarray(0, most), (row) => ({ row, place: { is: "row" } })),
    };
  const seen = new Set<number>();
  const things: Thing[] = [];
  // In order of score: the first event of a sequence that is met is its strangest.
  for (const row of flagged) {
    const sequence = upperBound(starts, stepOf[row]!) - 1; // a scored row has an event
    if (seen.has(sequence)) continue;
    seen.add(sequence);
    const events = starts[sequence + 1]! - starts[sequence]!; // a sequence
    if (things.length < most) things.push({ row, place: { is: "sequence", name: names[sequence] ?? "", events } });
  }
  return { things, total: seen.size };
}
