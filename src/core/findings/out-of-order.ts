/** The places of values that break an order which all others keep: what runs up, or down, but for them. */
export interface Order {
  readonly direction: "up" | "down";
  readonly breaches: readonly number[];
}

/** More breaches are looked for in vain: the values have no order. */
const MAX_BREACHES = 40;

/**
 * The order that the values (NaN left out) keep, and which of them break it: where one falls, it is the one without which
 * its neighbours go on. Null where nothing is ordered, or too much breaks it.
 */
export function orderOf(values: Float64Array): Order | null {
  const up = breachesOf(values, 1);
  if (up) return { direction: "up", breaches: up };
  const down = breachesOf(values, -1);
  return down && { direction: "down", breaches: down };
}

function breachesOf(values: Float64Array, sign: 1 | -1): number[] | null {
  const breaches: number[] = [];
  /** The places that still keep the order, the last two. */
  let before = -1;
  let last = -1;
  let steps = 0;
  for (let at = 0; at < values.length; at++) {
    const value = sign * values[at]!; // at < length
    if (Number.isNaN(value)) continue;
    const highest = last < 0 ? -Infinity : sign * values[last]!; // a place
    if (value >= highest) {
      if (value > highest) steps++;
      before = last;
      last = at;
      continue;
    }
    // Without the last one it would go on: the last one stood too high, unless all after it do.
    const wasBefore = before < 0 ? -Infinity : sign * values[before]!; // a place
    if (value >= wasBefore && !goesOnAbove(values, sign, at, highest)) {
      breaches.push(last);
      last = at;
    } else breaches.push(at);
    if (breaches.length > MAX_BREACHES) return null;
  }
  return steps < 2 ? null : breaches;
}

/** Whether the next value stands at or above `highest`: the one at `at` is then alone below it. */
function goesOnAbove(values: Float64Array, sign: 1 | -1, at: number, highest: number): boolean {
  for (let next = at + 1; next < values.length; next++)
    if (!Number.isNaN(values[next])) return sign * values[next]! >= highest; // next < length
  return true;
}
