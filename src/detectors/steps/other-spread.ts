import { partOf } from "../../core/detect/part-of-context";
import { ordinaryLanes } from "../../core/series/course/lanes-of";
import { sizeOf } from "../../core/series/course/robust";
import { spanOf } from "../../core/series/span-of";
import { said } from "./said";
import { scan } from "./scan";
import { defineStepTest, type StrangeStretch } from "./step-test";

const STRETCH_WIDTHS = [12, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512];
/** Of the time it takes, that which the ordinary course does. */
const LANES_PART = 0.4;
/** A jump so many usual jumps high says as much of the noise as a higher one: one spike is no noise. */
const MAX_JUMP = 4;

/** Stretches that jitter more, or less, than what is around them. */
export const otherSpread = defineStepTest({
  id: "other-spread",
  label: "Stretches with other noise",
  summary: "Looks for stretches of 12 to 500 steps that jitter from step to step more, or less, than usual.",
  blindTo: "Slow swings, and noise that changes for most of the series.",
  reference:
    "Inclán, C. & Tiao, G. C. (1994). Use of Cumulative Sums of Squares for Retrospective Detection of Changes of Variance. J. Am. Stat. Assoc. 89(427), 913-923; here by windows, of jumps instead of squares.",
  async look(samples, context) {
    const lanes = (await ordinaryLanes(samples, partOf(context, 0, LANES_PART))).filter(
      ({ kind }) => kind === "ordinary",
    );
    const found: StrangeStretch[] = [];
    for (const [at, lane] of lanes.entries()) {
      const { residual } = lane.course;
      const jumps = residual.map((one, step) => {
        const [before, after] = [residual[step - 1] ?? one, residual[step + 1] ?? one];
        return one - (before + after) / 2;
      });
      const usual = sizeOf(jumps);
      if (usual > 0) {
        const sizes = jumps.map((jump) => Math.min(MAX_JUMP, Math.abs(jump) / usual));
        const mean = sizes.reduce((sum, one) => sum + one, 0) / sizes.length;
        const around = sizes.map((one) => one - mean);
        const part = partOf(partOf(context, LANES_PART, 1), at / lanes.length, (at + 1) / lanes.length);
        for (const { from, to, height, evidence } of await scan(
          around,
          { widths: STRETCH_WIDTHS, clip: MAX_JUMP },
          part,
        ))
          found.push({
            from: lane.from + from,
            to: lane.from + to,
            evidence: evidence - Math.log10(lanes.length),
            reason: () => ({
              note: {
                code: height > 0 ? "finding.noisier" : "finding.calmer",
                values: {
                  column: samples.features[lane.channel]!, // a channel
                  span: spanOf(samples, to - from),
                  times: said(timesOf(jumps, from, to, height)),
                },
              },
              features: [lane.channel],
              expected: null,
            }),
          });
      }
    }
    return found;
  },
});

/** How many times the jitter of all the stretch has, or all that of the stretch where it is calmer. */
function timesOf(jumps: Float64Array, from: number, to: number, height: number): number {
  const [own, all] = [sizeOf(jumps.subarray(from, to)), sizeOf(jumps)];
  if (!(own > 0)) return 0;
  return height > 0 ? own / all : all / own;
}
