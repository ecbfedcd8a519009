import { lowerBound } from "../../core/math/sort";
import { seriesIn } from "../../core/series/course/lanes-of";
import { NO_ROW, type SeriesSamples } from "../../core/series/series-samples";
import { runLawOf } from "./runs";
import { spanOf } from "../../core/series/span-of";
import { defineStepTest, type StrangeStretch } from "./step-test";

/** Between the rows at two steps so many are missing. */
interface Gap {
  readonly before: number;
  readonly after: number;
  readonly missing: number;
}

/** Times at which rows should have come and did not: data are missing, or the clock jumped. */
export const missingSteps = defineStepTest({
  id: "missing-steps",
  label: "Missing steps",
  summary: "Looks for gaps between the times of rows that are longer than gaps usually are.",
  blindTo: "Gaps that come again and again, such as nights without data; and missing cells in rows that exist.",
  reference:
    "Lengths of gaps against their geometric distribution: Feller, W. (1968). An Introduction to Probability Theory and Its Applications, vol. 1, 3rd ed. Wiley, ch. XIII.",
  ofTimes: true,
  async look(samples, context) {
    const all = seriesIn(samples);
    const found: StrangeStretch[] = [];
    for (const { from, to } of all) {
      found.push(...gapsIn(samples, from, to, all.length));
      await context.checkpoint(to / samples.count);
    }
    return found;
  },
});

function gapsIn(samples: SeriesSamples, from: number, to: number, series: number): StrangeStretch[] {
  const { times, origin, step } = samples;
  const gaps: Gap[] = [];
  let last = -1;
  for (let at = from; at < to; at++) {
    if (origin[at] === NO_ROW) continue;
    if (last >= 0) {
      const missing = Math.round((times[at]! - times[last]!) / step) - 1; // steps of the samples
      // Steps that were laid side by side although time lies between them: rows never come then.
      if (missing > 0 && (at - last > 1 || isPartStart(samples, at))) gaps.push({ before: last, after: at, missing });
    }
    last = at;
  }
  const law = runLawOf(
    gaps.map(({ missing }) => missing),
    to - from,
  );
  return gaps.flatMap((gap) => {
    const evidence = law(gap.missing, gap.missing) - Math.log10(series);
    if (evidence < 0) return [];
    const reason = () => ({
      note: { code: "finding.missing" as const, values: { span: spanOf(samples, gap.missing) } },
      features: samples.features.map((_, channel) => channel),
      expected: null,
    });
    return [{ from: gap.before, to: gap.after + 1, evidence, reason }];
  });
}

function isPartStart({ starts }: SeriesSamples, step: number): boolean {
  return starts[lowerBound(starts, step)] === step;
}
