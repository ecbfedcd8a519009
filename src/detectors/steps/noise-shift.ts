import { timesTheNoise } from "../../core/series/changes/lasting-changes";
import { overOrdinaryLanes } from "./over-lanes";
import { defineStepTest } from "./step-test";

/** Less is nothing that a person would want to hear of. */
const MIN_TIMES = 1.3;

/** Noise that changes and stays so. */
export const noiseShift = defineStepTest({
  id: "noise-shift",
  label: "Lasting changes of noise",
  summary: "Looks for steps from which on a channel jitters more, or less, than before, and goes on doing so.",
  blindTo: "What ends sooner than an eighth of the series: that is a stretch; and slow swings.",
  reference:
    "Inclán, C. & Tiao, G. C. (1994). Use of Cumulative Sums of Squares for Retrospective Detection of Changes of Variance. J. Am. Stat. Assoc. 89(427), 913-923; here by moving sums of jumps (Eichinger & Kirch 2018).",
  look: (samples, context) =>
    overOrdinaryLanes(samples, context, ({ course, channel, noiseShifts }) =>
      noiseShifts.flatMap(({ at, from, to, evidence }) => {
        const times = timesTheNoise(course.residual, course.size, at);
        const isMore = times > 1;
        if (!((isMore ? times : 1 / times) >= MIN_TIMES)) return [];
        const reason = () => ({
          note: {
            code: isMore ? ("finding.noise-more" as const) : ("finding.noise-less" as const),
            values: { column: samples.features[channel]!, times: Number((isMore ? times : 1 / times).toPrecision(2)) }, // a channel
          },
          features: [channel],
          expected: null,
        });
        return [{ from, to, evidence, reason }];
      }),
    ),
});
