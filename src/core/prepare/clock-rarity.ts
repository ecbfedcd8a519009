import { clockOf } from "../data/profile-clock";

/**
 * How rare each hour (24) or weekday (7) is, in bits: -log2 of its share with one row added to each.
 * Hours are smoothed with their neighbours (1:2:1, around midnight too): a quiet hour beside a busy one
 * is less strange than one in the middle of the night.
 */
export function clockRarity(times: Float64Array, part: "hour" | "weekday"): Float64Array {
  const { hours, weekdays } = clockOf(times);
  const counts = part === "hour" ? hours.map((_, hour) => smoothed(hours, hour)) : weekdays;
  const total = counts.reduce((sum, count) => sum + count + 1, 0);
  return Float64Array.from(counts, (count) => -Math.log2((count + 1) / total));
}

function smoothed(hours: readonly number[], hour: number): number {
  const at = (offset: number): number => hours[(hour + offset + 24) % 24] ?? 0;
  return (at(-1) + 2 * at(0) + at(1)) / 4;
}
