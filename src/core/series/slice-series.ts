import { someOf } from "../detect/column-samples";
import type { EventSamples, SeriesSamples } from "./series-samples";

/** The steps `from` (included) to `to` (excluded) of one part, as a series of their own. */
export function sliceSeries(series: SeriesSamples, from: number, to: number): SeriesSamples {
  return {
    ...series,
    count: to - from,
    starts: Uint32Array.of(0, to - from),
    times: series.times.subarray(from, to),
    origin: series.origin.subarray(from, to),
    block: (a, b) => series.block(from + a, from + b),
    ...(series.isFilled && { isFilled: (step, channel) => series.isFilled!(from + step, channel) }),
    ...(series.inUnits && { inUnits: (step, channel, value) => series.inUnits!(from + step, channel, value) }),
  };
}

/** The events `from` (included) to `to` (excluded) of one sequence, as a sequence of their own. */
export function sliceEvents(events: EventSamples, from: number, to: number): EventSamples {
  const { classes, starts } = events;
  return {
    ...events,
    ...(classes && { classes: Int32Array.of(classes[partOf(starts, from)] ?? -1) }),
    count: to - from,
    starts: Uint32Array.of(0, to - from),
    origin: events.origin.subarray(from, to),
    block: (a, b) => events.block(from + a, from + b),
    ...(events.times && { times: { ...events.times, values: events.times.values.subarray(from, to) } }),
    ...(events.cells && {
      cells: someOf(
        events.cells,
        Uint32Array.from({ length: to - from }, (_, at) => from + at),
      ),
    }),
  };
}

/** The part that a sample lies in. */
function partOf(starts: Uint32Array, sample: number): number {
  let part = 0;
  while (part + 2 < starts.length && starts[part + 1]! <= sample) part++; // part + 2 < length
  return part;
}

/** A stretch to slice, and the steps in it that were asked for. */
export interface Slice {
  readonly from: number;
  readonly to: number;
  readonly steps: readonly number[];
}

/** Slices that hold `before` steps before and `after` steps after each of `steps`, as far as its part goes; overlapping ones are one. */
export function slicesAround(
  steps: readonly number[],
  starts: Uint32Array,
  { before, after }: { readonly before: number; readonly after: number },
): Slice[] {
  const slices: { from: number; to: number; steps: number[] }[] = [];
  let part = 0;
  for (const step of [...new Set(steps)].sort((a, b) => a - b)) {
    while (starts[part + 1]! <= step) part++; // every step is of a part
    const from = Math.max(starts[part]!, step - before);
    const to = Math.min(starts[part + 1]!, step + after + 1);
    const last = slices.at(-1);
    if (last && from < last.to && last.from >= starts[part]!) {
      last.to = to;
      last.steps.push(step);
    } else slices.push({ from, to, steps: [step] });
  }
  return slices;
}
