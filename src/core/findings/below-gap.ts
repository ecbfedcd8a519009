/**
 * What lies below `most` and far below all else, by a ratio of `gap` at least: where ratios fall off bit by bit, nothing
 * does. In ascending order.
 */
export function belowGap<T>(all: readonly T[], ratioOf: (one: T) => number, most: number, gap: number): readonly T[] {
  const sorted = [...all].sort((a, b) => ratioOf(a) - ratioOf(b));
  const ratios = sorted.map(ratioOf);
  const first = ratios.findIndex((ratio) => ratio > most);
  for (let at = first < 0 ? ratios.length : first; at > 0; at--)
    if ((ratios[at] ?? Infinity) >= gap * ratios[at - 1]!) return sorted.slice(0, at); // at > 0
  return [];
}
