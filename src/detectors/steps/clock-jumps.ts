import { breachEvidence, isLaw } from "../../core/findings/evidence";
import { spanOf } from "../../core/series/span-of";
import { defineStepTest } from "./step-test";

const NO_ORDER = { code: "finding.no-order" } as const;
/** What lasts longer than this share of the series is no slip of the clock: only its beginning is told. */
const MAX_SHARE = 0.05;

/** Times that run back, or come twice, although the rows of the file are in the order of time. */
export const clockJumps = defineStepTest({
  id: "clock-jumps",
  label: "Clock put back",
  summary:
    "Looks for rows whose time lies before that of the row above them, or is the same, where hardly any other is.",
  blindTo: "Files that are not in the order of time, and clocks put forward: they leave a gap, which is told as one.",
  reference:
    "A row that breaks what all others keep to is as rare as such rows are: Efron, B. (2010). Large-Scale Inference. Cambridge University Press.",
  ofTimes: true,
  async look(samples, context) {
    await context.checkpoint(0.5);
    const { clock = [], count } = samples;
    if (!isLaw(clock.length, count)) return NO_ORDER;
    const evidence = breachEvidence(clock.length, count) - Math.log10(count);
    return clock.map(({ is, step, to, by }) => ({
      from: step,
      to: to - step > MAX_SHARE * count ? step + 1 : to,
      evidence,
      reason: () => ({
        note:
          is === "back"
            ? { code: "finding.clock-back" as const, values: { span: spanOf(samples, by / samples.step) } }
            : { code: "finding.clock-twice" as const },
        features: samples.features.map((_, channel) => channel),
        expected: null,
      }),
    }));
  },
});
