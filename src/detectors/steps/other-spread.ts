import { partOf } from "../../core/detect/part-of-context";
import { ordinaryLanes } from "../../core/series/course/lanes-of";
import { sizeOf } from "../../core/series/course/robust";
import { boxScoresOf, freshOf } from "../../core/series/noise/box-scores";
import { tamed } from "../../core/series/noise/tamed";
import { spanOf } from "../../core/series/span-of";
import { said } from "./said";
import { flattened, levelsOf } from "./levels-of";
import { scan } from "./scan";
import type { Stray } from "./stray";
import { defineStepTest, type StrangeStretch } from "./step-test";

const STRETCH_WIDTHS = [12, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512];
/** Of the time it takes, that which the ordinary course does. */
const LANES_PART = 0.4;

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
      const part = partOf(partOf(context, LANES_PART, 1), at / lanes.length, (at + 1) / lanes.length);
      const fresh = novelty(lane.course.residual, (await levelsOf(lane, partOf(part, 0, 0.5))).sharp);
      const usual = sizeOf(fresh);
      if (usual > 0) {
        // The root of a size is nearly normal (Hawkins 1981).
        const sizes = fresh.map((one) => Math.sqrt(Math.abs(one) / usual));
        const mean = sizes.reduce((sum, one) => sum + one, 0) / sizes.length;
        const around = sizes.map((one) => one - mean);
        const skipped = lane.values.length - fresh.length;
        for (const stray of await scan(around, STRETCH_WIDTHS, partOf(part, 0.5, 1))) {
          const [from, to, height] = [stray.from + skipped, stray.to + skipped, stray.height];
          const { evidence } = stray;
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
                  times: said(timesOf(fresh, stray.from, stray.to, height)),
                },
              },
              features: [lane.channel],
              expected: null,
            }),
          });
        }
      }
    }
    return found;
  },
});

/** What is new at each step, but for the first. A single spike is no noise, nor is the edge of a stretch at another level. */
function novelty(residual: Float64Array, levels: readonly Stray[]): Float64Array {
  const tame = tamed(flattened(residual, levels));
  const { filter } = boxScoresOf(tame);
  return freshOf(tame, filter).subarray(filter.length - 1);
}

/** How many times the jitter of all the stretch has, or all that of the stretch where it is calmer. */
function timesOf(fresh: Float64Array, from: number, to: number, height: number): number {
  const [own, all] = [sizeOf(fresh.subarray(from, to)), sizeOf(fresh)];
  if (!(own > 0)) return 0;
  return height > 0 ? own / all : all / own;
}
