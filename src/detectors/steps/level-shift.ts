import { levelsAround } from "../../core/series/changes/lasting-changes";
import type { OrdinaryLane } from "../../core/series/course/lanes-of";
import type { SeriesSamples } from "../../core/series/series-samples";
import { overOrdinaryLanes } from "./over-lanes";
import { said } from "./said";
import { defineStepTest } from "./step-test";

/** A level that changes and stays. */
export const levelShift = defineStepTest({
  id: "level-shift",
  label: "Lasting changes of level",
  summary: "Looks for steps from which on a channel lies at another level than before, and stays there.",
  blindTo: "What comes back sooner than an eighth of the series: that is a stretch; and changes that creep in.",
  reference:
    "Moving sums of many widths: Eichinger, B. & Kirch, C. (2018). A MOSUM procedure for the estimation of multiple random change points. Bernoulli 24(1), 526-564; the usual differences by width after Allan, D. W. (1966). Statistics of atomic frequency standards. Proc. IEEE 54(2), 221-230.",
  look: (samples, context) =>
    overOrdinaryLanes(samples, context, (lane) =>
      lane.shifts.map(({ at, from, to, evidence }) => ({
        from,
        to,
        evidence,
        reason: () => {
          const [before, after] = levelsAround(lane.values, at);
          const code = after > before ? ("finding.shift-up" as const) : ("finding.shift-down" as const);
          return {
            note: { code, values: inWords(samples, lane, before, after) },
            features: [lane.channel],
            expected: null,
          };
        },
      })),
    ),
});

/** So many steps are told of a drift, from the one on at which it shows. */
const STEPS_TOLD = 3;

/** A level that is left little by little. */
export const drift = defineStepTest({
  id: "drift",
  label: "Slow drifts",
  summary: "Looks for steps from which on a channel that kept its level leaves it little by little.",
  blindTo: "Series that rise or bend throughout, and drifts in the first quarter.",
  reference:
    "A line with one bend: Hinkley, D. V. (1971). Inference in Two-Phase Regression. J. Am. Stat. Assoc. 66(336), 736-743; the usual differences by width after Allan, D. W. (1966). Proc. IEEE 54(2), 221-230.",
  look: (samples, context) =>
    overOrdinaryLanes(samples, context, (lane) =>
      lane.drifts.map(({ at, before, after, evidence }) => ({
        from: at,
        to: Math.min(lane.values.length, at + STEPS_TOLD),
        evidence,
        reason: () => {
          const code = after > before ? ("finding.drift-up" as const) : ("finding.drift-down" as const);
          return {
            note: { code, values: inWords(samples, lane, before, after) },
            features: [lane.channel],
            expected: null,
          };
        },
      })),
    ),
});

function inWords(samples: SeriesSamples, { channel, from }: OrdinaryLane, before: number, after: number) {
  const inUnits = (value: number) => said(samples.inUnits?.(from, channel, value) ?? value);
  return { column: samples.features[channel]!, before: inUnits(before), after: inUnits(after) }; // a channel
}
