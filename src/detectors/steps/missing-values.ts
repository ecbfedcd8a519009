import { ordinaryLanes, type OrdinaryLane } from "../../core/series/course/lanes-of";
import { NO_ROW, type SeriesSamples } from "../../core/series/series-samples";
import { spanOf } from "../../core/series/span-of";
import { runLawOf, type Run } from "./runs";
import { defineStepTest, type StrangeStretch } from "./step-test";

const NOTHING_MISSING = { code: "finding.complete" } as const;

/** A channel without values for longer than it usually is, while rows came. */
export const missingValues = defineStepTest({
  id: "missing-values",
  label: "Channels without values",
  summary: "Looks for runs of empty cells of a channel that are longer than its runs of empty cells usually are.",
  blindTo: "Cells that are empty again and again, and what is missing before the first value or after the last.",
  reference:
    "Lengths of runs against their geometric distribution: Feller, W. (1968). An Introduction to Probability Theory and Its Applications, vol. 1, 3rd ed. Wiley, ch. XIII.",
  ofTimes: true,
  async look(samples, context) {
    const lanes = await ordinaryLanes(samples, context);
    const empty = lanes.map((lane) => ({ lane, runs: emptyRuns(samples, lane) }));
    if (empty.every(({ runs }) => runs.length === 0)) return NOTHING_MISSING;
    return empty.flatMap(({ lane, runs }) => longOnes(samples, lane, runs, lanes.length));
  },
});

/** Steps that have a row, and no value of the channel. */
function emptyRuns({ isFilled, origin }: SeriesSamples, { channel, from, to }: OrdinaryLane): Run[] {
  if (!isFilled) return [];
  const runs: Run[] = [];
  const isEmpty = (step: number) => step < to && isFilled(step, channel);
  for (let step = from; step < to; step++) {
    if (!isEmpty(step)) continue;
    const first = step;
    let rows = 0;
    for (; isEmpty(step); step++) if (origin[step] !== NO_ROW) rows++;
    // Where hardly a row came, all of it is missing, and is told as that.
    if (2 * rows > step - first) runs.push({ from: first, to: step });
  }
  return runs;
}

function longOnes(
  samples: SeriesSamples,
  { channel, from, to }: OrdinaryLane,
  runs: readonly Run[],
  lanes: number,
): StrangeStretch[] {
  const law = runLawOf(
    runs.map((run) => run.to - run.from),
    to - from,
  );
  return runs.flatMap((run) => {
    const length = run.to - run.from;
    const evidence = law(length, length) - Math.log10(lanes);
    if (evidence < 0) return [];
    const values = { column: samples.features[channel]!, span: spanOf(samples, length) }; // a channel
    const reason = () => ({
      note: { code: "finding.no-values" as const, values },
      features: [channel],
      expected: null,
    });
    return [{ ...run, evidence, reason }];
  });
}
