/** A stretch whose mean is not what it is beside it. */
export interface Stray {
  readonly from: number;
  readonly to: number;
  /** How far its mean lies from what is expected beside it. */
  readonly height: number;
  /** -log10 of how many such are expected in the whole lane by chance. */
  readonly evidence: number;
}

/** The part of a window, or a little more, that carries its height: where the sum over the root of its steps is largest. */
export function trimmedTo(one: Stray, values: Float64Array): Stray {
  const width = one.to - one.from;
  if (width === 1) return one;
  const [first, last] = [Math.max(0, one.from - width), Math.min(values.length, one.to + width)];
  const sign = Math.sign(one.height);
  let inside = 0;
  for (let at = one.from; at < one.to; at++) inside += values[at]!; // steps of the lane
  const base = inside / width - one.height;
  const sums = new Float64Array(last - first + 1);
  for (let at = first; at < last; at++) sums[at - first + 1] = sums[at - first]! + sign * (values[at]! - base); // at < last
  let best = { from: one.from, to: one.to, score: -Infinity };
  for (let from = 0; from < sums.length - 1; from++)
    for (let to = from + 1; to < sums.length; to++) {
      const score = (sums[to]! - sums[from]!) / Math.sqrt(to - from); // to < length
      if (score > best.score) best = { from: first + from, to: first + to, score };
    }
  return { ...one, from: best.from, to: best.to };
}

/** Puts in the place of a stretch what lies beside it. */
export function smoothOver(values: Float64Array, { from, to }: Stray): void {
  const width = Math.max(2, to - from);
  let [sum, steps] = [0, 0];
  for (let at = Math.max(0, from - width); at < Math.min(values.length, to + width); at++)
    if (at < from || at >= to) {
      sum += values[at]!; // at < length
      steps++;
    }
  values.fill(steps > 0 ? sum / steps : 0, from, to);
}
