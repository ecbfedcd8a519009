import { normalDeviates, seededRandom } from "../core/math/random";
import type { SeriesSamples } from "../core/series/series-samples";

const HOUR = 3_600_000;

/** Hourly series of these channels, each a list of numbers; every part begins where the one before ended. */
export function seriesFrom(
  channels: readonly ArrayLike<number>[],
  { lengths, ...rest }: Partial<SeriesSamples> & { readonly lengths?: readonly number[] } = {},
): SeriesSamples {
  const count = channels[0]?.length ?? 0;
  const width = channels.length;
  const period = rest.period === undefined ? 24 : rest.period;
  const values = Float32Array.from(
    { length: count * width },
    (_, at) => channels[at % width]![Math.floor(at / width)]!,
  ); // channels of equal length
  const starts = new Uint32Array((lengths ?? [count]).length + 1);
  (lengths ?? [count]).forEach((length, part) => (starts[part + 1] = starts[part]! + length)); // one more start than parts
  return {
    kind: "series",
    count,
    shape: [width],
    width,
    features: channels.map((_, channel) => `c${channel}`),
    origin: Uint32Array.from({ length: count }, (_, step) => step),
    starts,
    times: Float64Array.from({ length: count }, (_, step) => step * HOUR),
    isClock: true,
    unitMs: rest.isClock === false ? null : 1,
    step: HOUR,
    period,
    periods: period === null ? [] : [{ steps: period, strength: 0.9, name: null }],
    window: Math.max(1, Math.min(24, Math.floor(count / 2))),
    stride: 1,
    points: "covering",
    block: (from, to) => values.subarray(from * width, to * width),
    ...rest,
  };
}

/** Waves of a day with some noise, three channels; of the second, `steps` steps from `from` on are far too high. */
export function plantedSeries({ count = 720, from = 401, steps = 5, height = 6, seed = 7 } = {}): SeriesSamples {
  const normal = normalDeviates(seededRandom(seed));
  const channels = Array.from({ length: 3 }, (_, channel) =>
    Float32Array.from(
      { length: count },
      (_one, step) => Math.sin(((step + 4 * channel) * Math.PI) / 12) + 0.1 * normal(),
    ),
  );
  for (let step = from; step < from + steps; step++) channels[1]![step]! += height; // the second of three
  return seriesFrom(channels);
}
