import { sizeOf } from "../../core/series/course/robust";
import { ordinaryLanes, type OrdinaryLane } from "../../core/series/course/lanes-of";
import type { SeriesSamples } from "../../core/series/series-samples";
import { valueAt } from "./lane-values";
import { said } from "./said";
import { defineStepTest, type StrangeStretch } from "./step-test";

const COUNTERS_ONLY = { code: "finding.no-counter" } as const;

/** A counter that only rises, and falls. */
export const startsAnew = defineStepTest({
  id: "starts-anew",
  label: "Counters that restart",
  summary: "Looks for falls in a channel that otherwise only rises: a counter was reset or overflowed.",
  blindTo: "Channels that fall now and then.",
  reference: "A fall has no chance where all other steps rise; its size is told in usual rises.",
  async look(samples, context) {
    const lanes = await ordinaryLanes(samples, context);
    const counters = lanes.filter(({ kind }) => kind === "counter");
    return counters.length === 0 ? COUNTERS_ONLY : counters.flatMap((lane) => fallsIn(samples, lane, lanes.length));
  },
});

function fallsIn(samples: SeriesSamples, lane: OrdinaryLane, lanes: number): StrangeStretch[] {
  const { values, from } = lane;
  const rises = values.slice(1).map((value, at) => value - values[at]!); // one before each
  const usual = sizeOf(rises);
  if (!(usual > 0)) return [];
  return [...rises.keys()].flatMap((at) => {
    const rise = rises[at]!; // its place
    if (!(rise < 0)) return [];
    const step = at + 1;
    const reason = () => ({
      note: {
        code: "finding.starts-anew" as const,
        values: {
          column: samples.features[lane.channel]!, // a channel
          before: said(valueAt(samples, lane, step - 1)),
          value: said(valueAt(samples, lane, step)),
        },
      },
      features: [lane.channel],
      expected: null,
    });
    // As a rise that is exponentially rarer the larger it is.
    const evidence = -rise / usual / Math.LN10 - Math.log10(values.length * lanes);
    return evidence >= 0 ? [{ from: from + step, to: from + step + 1, evidence, reason }] : [];
  });
}
