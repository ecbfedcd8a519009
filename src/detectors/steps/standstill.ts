import { ordinaryLanes, type OrdinaryLane } from "../../core/series/course/lanes-of";
import type { SeriesSamples } from "../../core/series/series-samples";
import { valueAt } from "./lane-values";
import { runLawOf, stayLawOf, type Run, type RunLaw } from "./runs";
import { spanOf } from "../../core/series/span-of";
import { said } from "./said";
import { defineStepTest, type StrangeStretch } from "./step-test";

const MIN_STEPS = 3;
/** So many stays of other channels tell how long one may be. */
const TELLING_STAYS = 3;
/** What takes up a larger part of a channel is what it does, and not what happened to it. */
const MAX_SHARE = 0.2;

/** A value that stays exactly the same for longer than ordinary values do. */
export const standstill = defineStepTest({
  id: "standstill",
  label: "Standing still",
  summary: "Looks for values that stay exactly the same for longer than others of the same channel do.",
  blindTo: "Sensors that are stuck but flicker, and what often stands still for that long.",
  reference:
    "Runs of equal values against their geometric lengths: Wald, A. & Wolfowitz, J. (1940). On a Test Whether Two Samples are from the Same Population. Ann. Math. Stat. 11(2), 147-162.",
  async look(samples, context) {
    const lanes = (await ordinaryLanes(samples, context)).map((lane) => ({ lane, runs: runsOf(samples, lane) }));
    const stays = lanes.flatMap(({ lane, runs }) =>
      runs
        .filter(({ from, to }) => to - from >= MIN_STEPS)
        .map(({ from, to }) => ({ lane, ...spanIn(lane, from, to) })),
    );
    stays.sort((one, other) => other.to - other.from - (one.to - one.from));
    /** How long other channels stand still at other times, the longest: what stops with this one is the same event. */
    const elsewhere = (lane: OrdinaryLane, { from, to }: Run): number[] => {
      const found: number[] = [];
      for (let next = 0; next < stays.length && found.length < TELLING_STAYS; next++) {
        const stay = stays[next]!; // next < length
        if (stay.lane !== lane && (stay.from >= to || stay.to <= from)) found.push(stay.to - stay.from);
      }
      return found;
    };
    return lanes.flatMap(({ lane, runs }) => stillIn(samples, lane, { runs, elsewhere, lanes: lanes.length }));
  },
});

/** The steps of a channel, put together where its value stays the same. */
function runsOf(samples: SeriesSamples, { values, from: first, channel }: OrdinaryLane): Run[] {
  const runs: Run[] = [];
  for (let from = 0, to = 1; from < values.length; from = to, to++) {
    // What was filled in repeats the steps beside it.
    while (to < values.length && values[to] === values[from] && !samples.isFilled?.(first + to, channel)) to++;
    runs.push({ from, to });
  }
  return runs;
}

/** Steps of a channel as steps of the samples. */
function spanIn(lane: OrdinaryLane, from: number, to: number): Run {
  return { from: lane.from + from, to: lane.from + to };
}

interface Stays {
  readonly runs: readonly Run[];
  readonly elsewhere: (lane: OrdinaryLane, run: Run) => readonly number[];
  readonly lanes: number;
}

function stillIn(samples: SeriesSamples, lane: OrdinaryLane, { runs, elsewhere, lanes }: Stays): StrangeStretch[] {
  const { values } = lane;
  if (runs.length < 2) return [];
  const lengths = runs.map(({ from, to }) => to - from);
  const [ofAll, ofStays] = [runLawOf(lengths, values.length), stayLawOf(lengths)];
  const ofValues = lawsByValue(runs, values);
  return runs.flatMap(({ from, to }) => {
    const length = to - from;
    if (length < MIN_STEPS || length > MAX_SHARE * values.length) return [];
    const likely = Math.min(ofAll(length - 1, length), ofStays(length));
    if (likely < Math.log10(lanes)) return [];
    const span = spanIn(lane, from, to);
    const byAll = Math.min(likely, ofAll(length - 1, length, elsewhere(lane, span)));
    // A value at which it stays often, such as 0, is judged by its own stays.
    const evidence = Math.min(byAll, ofValues.get(values[from]!)?.(length - 1, length) ?? byAll); // a step
    const own = evidence - Math.log10(lanes);
    if (own < 0) return [];
    const reason = () => ({
      note: {
        code: "finding.stood-still" as const,
        values: {
          column: samples.features[lane.channel]!, // a channel
          span: spanOf(samples, length),
          value: said(valueAt(samples, lane, from)),
        },
      },
      features: [lane.channel],
      expected: null,
    });
    return [{ ...span, evidence: own, reason }];
  });
}

/** Of each value that comes more than once. */
function lawsByValue(runs: readonly Run[], values: Float64Array): Map<number, RunLaw> {
  const lengths = new Map<number, number[]>();
  for (const { from, to } of runs) {
    const known = lengths.get(values[from]!); // a step
    if (known) known.push(to - from);
    else lengths.set(values[from]!, [to - from]);
  }
  const often = [...lengths].filter(([, own]) => own.length > 1);
  return new Map(often.map(([value, own]) => [value, runLawOf(own, values.length)]));
}
