import { selectQuantiles } from "../../core/math/quantile-select";
import { momentsOf } from "../../core/math/moments";
import type { PreparedSeries } from "../../core/series/series-samples-of";
import { wholeOf } from "../../core/series/whole-series";
import type { CallTools } from "../calls/host";
import { rescoringContext } from "../rescore";
import type { FittedRun, StoredRun } from "../stored-run";
import type { SeriesInput } from "./series-inputs";

/** What a run expected at every step of its series, and how far what happened usually departs from that. */
export interface Expectation {
  /** [steps, channels] in the samples' units, NaN where nothing was expected; null: the detector does not say. */
  readonly values: Float32Array | null;
  /** Of [series, channels], in the samples' units: 1.4826 times the median departure, from 0 where nothing is expected; of a control chart its limits. */
  readonly spreads: Float64Array;
}

const MAD_TO_SD = 1.4826;
const known = new WeakMap<FittedRun, Expectation>();

/** Found once per run. Of a consensus: that of a member whose expectation follows no event, or else of the first that has any. */
export async function expectationOf(
  run: StoredRun,
  inputOf: (run: FittedRun) => Promise<SeriesInput>,
  series: PreparedSeries,
  tools: CallTools,
): Promise<Expectation> {
  if (run.kind === "fitted") return expectationOfRun(run, await inputOf(run), series, tools);
  const says = run.members.find(({ detector }) => detector.accepts === "series" && detector.expect);
  const member = courseOf(run) ?? says ?? run.members[0]!; // a consensus has members
  return expectationOfRun(member, await inputOf(member), series, tools);
}

/** The member of a consensus whose expectation follows no event: what others expect of a step is held against it. */
export function courseOf(run: StoredRun): FittedRun | null {
  if (run.kind === "fitted") return null;
  return run.members.find(({ detector }) => detector.accepts === "series" && detector.keepsCourse) ?? null;
}

export async function expectationOfRun(
  run: FittedRun,
  input: SeriesInput,
  series: PreparedSeries,
  tools: CallTools,
): Promise<Expectation> {
  const before = known.get(run);
  if (before) return before;
  const values =
    input.sees === "steps"
      ? ((await input.detector.expect?.(run.model, series.samples, rescoringContext(run, tools))) ?? null)
      : null;
  const limits = input.sees === "steps" ? input.detector.limits?.(run.model, series.samples) : undefined;
  const expectation = { values, spreads: limits ? limitsOf(series, limits) : spreadsOf(series, values) };
  known.set(run, expectation);
  return expectation;
}

/** The limits of a control chart: the same for every series. */
function limitsOf({ names, samples }: PreparedSeries, limits: Float64Array): Float64Array {
  return Float64Array.from({ length: names.length * samples.width }, (_, at) => limits[at % samples.width]!); // a channel
}

function spreadsOf(series: PreparedSeries, expected: Float32Array | null): Float64Array {
  const { samples, names } = series;
  const { width } = samples;
  const actual = samples.block(0, samples.count);
  const spreads = new Float64Array(names.length * width);
  const departures = new Float64Array(samples.count);
  for (let whole = 0; whole < names.length; whole++) {
    const { first, end } = wholeOf(series, whole);
    for (let channel = 0; channel < width; channel++) {
      let count = 0;
      for (let at = first * width + channel; at < end * width; at += width) {
        const departure = Math.abs(actual[at]! - (expected ? expected[at]! : 0)); // at < length
        if (!Number.isNaN(departure)) departures[count++] = departure;
      }
      const own = departures.subarray(0, count);
      // Where more than half is as expected, the others tell.
      const [middle = 0] = count > 0 ? selectQuantiles(own, [0.5]) : [];
      spreads[whole * width + channel] = middle > 0 ? MAD_TO_SD * middle : count > 0 ? momentsOf(own).sd : 0;
    }
  }
  return spreads;
}
