import { ordinaryLanes, type OrdinaryLane } from "../../core/series/course/lanes-of";
import type { SeriesSamples } from "../../core/series/series-samples";
import { valueAt } from "./lane-values";
import { runLawOf, type Run, type RunLaw } from "./runs";
import { spanOf } from "../../core/series/span-of";
import { said } from "./said";
import { defineStepTest, type StrangeStretch } from "./step-test";

const MIN_STEPS = 3;

/** A value that stays exactly the same for longer than ordinary values do. */
export const standstill = defineStepTest({
  id: "standstill",
  label: "Standing still",
  summary: "Looks for values that stay exactly the same for longer than others of the same channel do.",
  blindTo: "Sensors that are stuck but flicker, and what often stands still for that long.",
  reference:
    "Runs of equal values against their geometric lengths: Wald, A. & Wolfowitz, J. (1940). On a Test Whether Two Samples are from the Same Population. Ann. Math. Stat. 11(2), 147-162.",
  async look(samples, context) {
    const lanes = await ordinaryLanes(samples, context);
    return lanes.flatMap((lane) => stillIn(samples, lane, lanes.length));
  },
});

function stillIn(samples: SeriesSamples, lane: OrdinaryLane, lanes: number): StrangeStretch[] {
  const { values, from: first } = lane;
  const runs: Run[] = [];
  for (let from = 0, to = 1; from < values.length; from = to, to++) {
    // What was filled in repeats the steps beside it.
    while (to < values.length && values[to] === values[from] && !samples.isFilled?.(first + to, lane.channel)) to++;
    runs.push({ from, to });
  }
  if (runs.length < 2) return [];
  const lengths = runs.map(({ from, to }) => to - from);
  const ofAll = runLawOf(lengths, values.length);
  const ofValues = lawsByValue(runs, values);
  return runs.flatMap(({ from, to }) => {
    if (to - from < MIN_STEPS) return [];
    const value = values[from]!; // a step
    const byAll = ofAll(to - from - 1, to - from);
    // A value at which it stays often, such as 0, is judged by its own stays.
    const evidence = Math.min(byAll, ofValues.get(value)?.(to - from - 1, to - from) ?? byAll);
    const own = evidence - Math.log10(lanes);
    if (own < 0) return [];
    const reason = () => ({
      note: {
        code: "finding.stood-still" as const,
        values: {
          column: samples.features[lane.channel]!, // a channel
          span: spanOf(samples, to - from),
          value: said(valueAt(samples, lane, from)),
        },
      },
      features: [lane.channel],
      expected: null,
    });
    return [{ from: first + from, to: first + to, evidence: own, reason }];
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
