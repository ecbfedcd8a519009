import { seededRandom } from "../math/random";
import { bestThreshold, type ByTruth } from "../score/best-threshold";
import type { Labels } from "../score/metrics";
import type { Confusion } from "./figures";
import { rankedBy } from "./ranked";

const SEED = 11;

/**
 * What a threshold that was chosen by what is known brings on rows that had no part in choosing it: chosen on one half and
 * counted on the other, both ways. Rows of one unit stay together. Null where a half has rows of one kind only.
 */
export function crossFitted(
  scores: Float64Array,
  labels: Labels,
  units: Int32Array | null,
  by: ByTruth,
): Confusion | null {
  const random = seededRandom(SEED);
  const halfOfUnit = new Map<number, number>();
  const halfOf = Uint8Array.from(scores, (_, row) => {
    const unit = units ? units[row]! : row; // a unit for each row
    const half = halfOfUnit.get(unit) ?? (random() < 0.5 ? 1 : 0);
    halfOfUnit.set(unit, half);
    return half;
  });
  const sum = { hits: 0, falseAlarms: 0, missed: 0, rest: 0 };
  for (const half of [0, 1]) {
    const learned = Uint32Array.from(scores.keys()).filter((row) => halfOf[row] !== half);
    const known = Uint8Array.from(learned, (row) => labels[row]!);
    const strange = known.reduce((all, label) => all + label, 0);
    if (strange === 0 || strange === known.length) return null;
    const ranked = rankedBy(
      Float64Array.from(learned, (row) => scores[row]!),
      Infinity,
    );
    const { value } = bestThreshold(ranked, known, by);
    for (let row = 0; row < scores.length; row++) {
      if (halfOf[row] !== half) continue;
      const isFlagged = scores[row]! >= value;
      if (labels[row] === 1) sum[isFlagged ? "hits" : "missed"] += 1;
      else sum[isFlagged ? "falseAlarms" : "rest"] += 1;
    }
  }
  return sum;
}
