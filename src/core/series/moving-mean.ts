import type { SeriesSamples } from "./series-samples";

/**
 * The mean of each number and its neighbours in the same channel and series, over `span` steps (at the ends over what
 * there is); centred on the step, or only of steps before it where scores may only know the past. [count, channels]
 */
export function movingMean(values: Float64Array, samples: SeriesSamples, span: number): Float64Array {
  if (span <= 1) return values;
  const { starts, width } = samples;
  const behind = samples.points === "last" ? Math.round(span) - 1 : Math.floor(span / 2);
  const ahead = samples.points === "last" ? 0 : Math.floor(span / 2);
  const means = new Float64Array(values.length);
  for (let part = 0; part + 1 < starts.length; part++) {
    const [first, last] = [starts[part]!, starts[part + 1]! - 1]; // one more start than parts
    for (let channel = 0; channel < width; channel++) {
      let [sum, next, oldest] = [0, first, first];
      for (let step = first; step <= last; step++) {
        for (; next <= Math.min(last, step + ahead); next++) sum += values[next * width + channel]!; // next <= last
        for (; oldest < step - behind; oldest++) sum -= values[oldest * width + channel]!; // oldest <= last
        // What rounding leaves of a sum of zeros must not be negative.
        means[step * width + channel] = Math.max(0, sum / (next - oldest));
      }
    }
  }
  return means;
}

/** Steps that `windows` windows are long, where a parameter counts in windows. */
export function stepsOf(samples: SeriesSamples, windows: number): number {
  return Math.max(1, Math.round(samples.window * windows));
}

/** The parameter of everything that smooths departures. */
export const smoothingParam = {
  kind: "number",
  label: "Smoothing (windows)",
  help: "Departures are averaged over this many windows: longer finds long stretches, 0 finds single steps.",
  min: 0,
  max: 3,
  step: 0.05,
  main: true,
} as const;
