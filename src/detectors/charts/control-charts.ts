import type { FindingReason } from "../../core/detect/test-outcome";
import type { NoteCode } from "../../core/data/note";
import { studentEvidence } from "../../core/math/student-tail";
import { spanOf } from "../../core/series/span-of";
import type { SeriesSamples } from "../../core/series/series-samples";
import { said } from "../steps/said";
import type { StrangeStretch } from "../steps/step-test";
import type { ChartedLane } from "./charted";
import { defineChart } from "./define-chart";
import { breachesOf, type RuleName } from "./nelson-rules";

const WHAT_ALL_CHARTS_DO =
  "Where neighbouring steps depend on each other, what the last steps do not foretell is charted in place of the values.";

/** Of so many rules each is asked. */
const RULES = 9;

/** Shewhart's chart of single values, with supplementary rules. */
export const controlChart = defineChart({
  id: "control-chart",
  label: "Control chart (Nelson, Westgard)",
  summary: `Draws limits of three deviations and names the rule that is broken: a point beyond them, two of three beyond two, runs. ${WHAT_ALL_CHARTS_DO}`,
  blindTo:
    "Small lasting changes, which CUSUM and EWMA see sooner; series with a season that the last steps do not foretell.",
  reference:
    "Nelson, L. S. (1984). The Shewhart Control Chart: Tests for Special Causes. J. Qual. Technol. 16(4), 237-239; Westgard, J. O. et al. (1981). A multi-rule Shewhart chart for quality control in clinical chemistry. Clin. Chem. 27(3), 493-501; residuals of dependent series after Alwan, L. C. & Roberts, H. V. (1988). J. Bus. Econ. Stat. 6(1), 87-95.",
  look: (lane, samples) =>
    breachesOf(lane.z).map(({ rule, from, to, evidence }) => ({
      from,
      to,
      evidence: evidence - Math.log10(lane.z.length * RULES),
      reason: () => reasonOf(samples, lane, `finding.chart.${rule}` satisfies NoteCode, { from, to }),
    })),
});

/** Slack of half a deviation: made to see a change of one. */
const SLACK = 0.5;
/** Siegmund (1985): a boundary is overshot by so much on average. */
const OVERSHOOT = 1.166;

/** Page's cumulative sums, to both sides. */
export const cusum = defineChart({
  id: "cusum",
  label: "CUSUM control chart",
  summary: `Adds up how far steps lie on one side of the centre, so that small lasting changes show. ${WHAT_ALL_CHARTS_DO}`,
  blindTo: "Single spikes, and changes that come back at once.",
  reference:
    "Page, E. S. (1954). Continuous Inspection Schemes. Biometrika 41, 100-115; false alarms after Siegmund, D. (1985). Sequential Analysis. Springer, ch. 2.",
  look: (lane, samples) =>
    excursionsOf(lane.z).map(({ from, to, height, side }) => ({
      from,
      to,
      evidence: -Math.log10((2 * lane.z.length) / runLength(height)),
      reason: () =>
        reasonOf(samples, lane, side > 0 ? "finding.chart.sum-above" : "finding.chart.sum-below", { from, to }, height),
    })),
});

/** How many steps pass on average until noise alone adds up so high. */
function runLength(height: number): number {
  const boundary = height + OVERSHOOT;
  return (Math.exp(2 * SLACK * boundary) - 2 * SLACK * boundary - 1) / (2 * SLACK * SLACK);
}

const LEAST_SUM = 4;
/** A step counts as so many deviations at most: one spike is no lasting change. */
const MAX_DEVIATIONS = 4;

/** From where a sum left 0 for the last time to where it was highest. */
function excursionsOf(z: Float64Array) {
  const found: { from: number; to: number; height: number; side: number }[] = [];
  for (const side of [1, -1]) {
    let [sum, from, top, to] = [0, 0, 0, 0];
    const end = () => {
      if (top >= LEAST_SUM) found.push({ from, to, height: top, side });
    };
    for (let at = 0; at < z.length; at++) {
      if (sum === 0) {
        end();
        [from, top, to] = [at, 0, at];
      }
      sum = Math.max(0, sum + Math.min(MAX_DEVIATIONS, side * z[at]!) - SLACK);
      if (sum > top) [top, to] = [sum, at + 1];
    }
    end();
  }
  return found;
}

const WEIGHT = 0.2;

/** Roberts' moving average that forgets. */
export const ewmaChart = defineChart({
  id: "ewma-chart",
  label: "EWMA control chart",
  summary: `Follows the level by an average that forgets, with the limits that it has at each step. ${WHAT_ALL_CHARTS_DO}`,
  blindTo: "Single spikes, which it averages away.",
  reference:
    "Roberts, S. W. (1959). Control Chart Tests Based on Geometric Moving Averages. Technometrics 1(3), 239-250; Lucas, J. M. & Saccucci, M. S. (1990). Technometrics 32(1), 1-12.",
  look: (lane, samples) => {
    const found: StrangeStretch[] = [];
    let [average, variance, open] = [0, 0, false];
    for (let at = 0; at < lane.z.length; at++) {
      const one = Math.max(-MAX_DEVIATIONS, Math.min(MAX_DEVIATIONS, lane.z[at]!));
      average += WEIGHT * (one - average);
      variance = WEIGHT ** 2 + (1 - WEIGHT) ** 2 * variance;
      const off = average / Math.sqrt(variance);
      const evidence = studentEvidence(off, Infinity) - Math.log10(lane.z.length);
      const last = found.at(-1);
      if (evidence < 0) open = false;
      else if (open && last)
        found[found.length - 1] = { ...last, to: at + 1, evidence: Math.max(last.evidence, evidence) };
      else {
        open = true;
        const code: NoteCode = off > 0 ? "finding.chart.average-above" : "finding.chart.average-below";
        const from = at;
        const reason = () => reasonOf(samples, lane, code, { from, to: from + 1 }, Math.abs(off));
        found.push({ from, to: at + 1, evidence, reason });
      }
    }
    return found;
  },
});

function reasonOf(
  samples: SeriesSamples,
  { channel, from: first, centre, z }: ChartedLane,
  code: `finding.chart.${RuleName | "sum-above" | "sum-below" | "average-above" | "average-below"}`,
  { from, to }: { readonly from: number; readonly to: number },
  height = Math.abs(z[from]!),
): FindingReason {
  const expected = samples.inUnits?.(first + from, channel, centre[from]!) ?? centre[from]!; // a step
  const column = samples.features[channel]!; // a channel
  const values = { column, span: spanOf(samples, to - from), count: to - from, deviations: Number(height.toFixed(1)), expected: said(expected) }; // prettier-ignore
  return { note: { code, values }, features: [channel], expected };
}
