import type { Context } from "../../core/detect/context";
import { requireSamples } from "../../core/detect/require-samples";
import type { SeriesSamples } from "../../core/series/series-samples";
import type { Found } from "../../core/series/departures";
import { forEachLane } from "./lanes";
import { stepsOf } from "../../core/series/moving-mean";
import { usualSize } from "./spread";

/** A band drawn around the centre of the steps before. */
export interface PastBand {
  /** Steps that are looked back on. */
  readonly span: number;
  /** Half of the band, in spreads; 0: every distance from the centre counts. */
  readonly k: number;
  /** The usual spread of each channel. */
  readonly usual: Float64Array;
}

/** Centre and spread of the last `span` numbers that were put in. */
export interface Past {
  readonly count: number;
  centre(): number;
  spread(): number;
  put(value: number): void;
}

type MakePast = (span: number) => Past;

/** The usual spread counts like this many steps, so that a flat or short past is no band without width. */
const WEIGHT_OF_USUAL_STEPS = 3;

/** How far back the band looks. */
export const spanParam = {
  kind: "number",
  label: "Look back (windows)",
  help: "How far back the band looks, in windows: longer is steadier, shorter follows faster.",
  default: 0.25,
  min: 0.05,
  max: 4,
  step: 0.05,
  main: true,
} as const;

/** Learns how wide the band usually is. */
export async function fitPast(
  series: SeriesSamples,
  params: { readonly span: number; readonly k: number },
  makePast: MakePast,
  cost: number,
  context: Context,
): Promise<PastBand> {
  requireSamples(series);
  const span = Math.max(2, stepsOf(series, params.span));
  const spreads = new Float64Array(series.count * series.width);
  await forEachPast(series, span, makePast, cost, context, (at, _value, past) => {
    spreads[at] = past.spread();
  });
  const usual = Float64Array.from({ length: series.width }, (_, channel) =>
    usualSize(spreads.filter((_one, at) => at % series.width === channel)),
  );
  return { span, k: params.k, usual };
}

/** How far each number lies beyond the band around the centre of those before it, in spreads; 0 within the band. */
export async function findBeyondPast(
  { span, k, usual }: PastBand,
  samples: SeriesSamples,
  makePast: MakePast,
  cost: number,
  context: Context,
): Promise<Found> {
  const departures = new Float64Array(samples.count * samples.width);
  const expected = new Float32Array(departures.length).fill(NaN);
  await forEachPast(samples, span, makePast, cost, context, (at, value, past, channel) => {
    const centre = past.centre();
    const square = past.count * past.spread() ** 2 + WEIGHT_OF_USUAL_STEPS * usual[channel]! ** 2; // one for each channel
    const spread = Math.sqrt(square / (past.count + WEIGHT_OF_USUAL_STEPS));
    departures[at] = Math.max(0, Math.abs(value - centre) / spread - k);
    expected[at] = centre;
  });
  return { departures, expected };
}

/** Visits each number with what came before it in its channel and series; the first of each is passed over. */
function forEachPast(
  samples: SeriesSamples,
  span: number,
  makePast: MakePast,
  cost: number,
  context: Context,
  visit: (at: number, value: number, past: Past, channel: number) => void,
): Promise<void> {
  const values = samples.block(0, samples.count);
  return forEachLane(
    samples,
    context,
    ({ channel, stride }) => {
      const past = makePast(span);
      return (from, to) => {
        for (let at = from; at < to; at += stride) {
          const value = values[at]!; // at < length
          if (past.count > 0) visit(at, value, past, channel);
          past.put(value);
        }
      };
    },
    { cost },
  );
}
