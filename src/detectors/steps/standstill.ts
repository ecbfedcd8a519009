import { ordinaryLanes, type OrdinaryLane } from "../../core/series/course/lanes-of";
import type { SeriesSamples } from "../../core/series/series-samples";
import { valueAt } from "./lane-values";
import { runEvidence, type Run } from "./runs";
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
  const equal = { same: 0, all: 0 };
  for (let from = 0, to = 1; from < values.length; from = to, to++) {
    // What was filled in repeats the steps beside it.
    while (to < values.length && values[to] === values[from] && !samples.isFilled?.(first + to, lane.channel)) to++;
    runs.push({ from, to });
    equal.same += to - from - 1;
    equal.all += to - from;
  }
  if (runs.length < 2) return [];
  const long = runs.filter(({ from, to }) => to - from >= MIN_STEPS);
  return long.flatMap(({ from, to }) => {
    const value = values[from]!; // a step
    const ofValue = runs
      .filter((run) => values[run.from] === value && run.from !== from)
      .map((run) => run.to - run.from);
    const others = runs.filter((run) => run.from !== from).map((run) => run.to - run.from);
    const length = to - from - 1;
    const byAll = runEvidence(length, others, values.length);
    // A value at which it stays often, such as 0, is judged by its own stays.
    const evidence = Math.min(byAll, ofValue.length > 0 ? runEvidence(length, ofValue, values.length) : byAll);
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
