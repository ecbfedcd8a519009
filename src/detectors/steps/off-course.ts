import type { Context } from "../../core/detect/context";
import { ordinaryLanes, type OrdinaryLane } from "../../core/series/course/lanes-of";
import { partOf } from "../../core/detect/part-of-context";
import type { SeriesSamples } from "../../core/series/series-samples";
import { expectedBeside, meansIn, valueAt } from "./lane-values";
import { spanOf } from "../../core/series/span-of";
import { said } from "./said";
import { oddPoints } from "./odd-points";
import { levelsOf } from "./levels-of";
import type { Stray } from "./stray";
import { defineStepTest, type StrangeStretch } from "./step-test";

const reference =
  "Residuals of a robust decomposition into trend and season: Cleveland, R. B. et al. (1990). STL: A Seasonal-Trend Decomposition Procedure Based on Loess. J. Off. Stat. 6(1), 3-73. What stands out of noise that remembers: Chen, C. & Liu, L.-M. (1993). Joint Estimation of Model Parameters and Outlier Effects in Time Series. J. Am. Stat. Assoc. 88(421), 284-297.";

const BEATS = { code: "finding.beats" } as const;

/** Single steps that are far from where trend, season and the steps beside them put them. */
export const offCourse = defineStepTest({
  id: "off-course",
  label: "Single odd steps",
  summary: "Compares each step with trend, season and the steps beside it, and knows how far off ordinary ones are.",
  blindTo: "What lasts for more than a step or two, and series that repeat themselves without an exact period.",
  reference,
  look: (samples, context) =>
    lookAt(
      samples,
      context,
      ({ course }) => Promise.resolve(oddPoints(course.residual)),
      (lane, { from, height }) => {
        const [value, expected] = [valueAt(samples, lane, from), expectedBeside(samples, lane, from, height)];
        return {
          note: {
            code: "finding.off-course",
            values: { column: samples.features[lane.channel]!, value: said(value), expected: said(expected) }, // a channel
          },
          features: [lane.channel],
          expected,
        };
      },
    ),
});

/** Stretches whose level is not what trend, season and the steps beside them make likely. */
export const otherLevel = defineStepTest({
  id: "other-level",
  label: "Stretches at another level",
  summary:
    "Looks for stretches of 2 to 500 steps that lie above or below what trend, season and the steps around them suggest.",
  blindTo: "Odd shapes at the usual level, and series that repeat themselves without an exact period.",
  reference: `${reference} Windows of many widths: Siegmund, D. (1985). Sequential Analysis. Springer.`,
  look: (samples, context) =>
    lookAt(
      samples,
      context,
      async (lane, part) => (await levelsOf(lane, part)).all,
      (lane, stray) => {
        const { from, to, height } = stray;
        const { value, expected } = meansIn(samples, lane, stray);
        return {
          note: {
            code: height > 0 ? "finding.level-high" : "finding.level-low",
            values: {
              column: samples.features[lane.channel]!, // a channel
              span: spanOf(samples, to - from),
              value,
              expected,
            },
          },
          features: [lane.channel],
          expected,
        };
      },
    ),
});

/** Of the time it takes, that which the ordinary course does. */
const LANES_PART = 0.4;

async function lookAt(
  samples: SeriesSamples,
  context: Context,
  seek: (lane: OrdinaryLane, context: Context) => Promise<readonly Stray[]>,
  reasonOf: (lane: OrdinaryLane, stray: Stray) => ReturnType<StrangeStretch["reason"]>,
): Promise<readonly StrangeStretch[] | typeof BEATS> {
  const lanes = await ordinaryLanes(samples, partOf(context, 0, LANES_PART));
  const heard = lanes.filter(({ kind }) => kind === "ordinary");
  if (heard.length === 0 && lanes.some(({ kind }) => kind === "beats")) return BEATS;
  const found: StrangeStretch[] = [];
  for (const [at, lane] of heard.entries()) {
    const part = partOf(context, LANES_PART, 1);
    for (const stray of await seek(lane, partOf(part, at / heard.length, (at + 1) / heard.length)))
      found.push({
        from: lane.from + stray.from,
        to: lane.from + stray.to,
        evidence: stray.evidence - Math.log10(heard.length),
        reason: () => reasonOf(lane, stray),
      });
  }
  return found;
}
