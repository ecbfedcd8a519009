import { isBelievable } from "../../core/findings/evidence";
import {
  clipped,
  expectedStanding,
  linearRelationsOf,
  type LinearRelations,
} from "../../core/findings/linear-relations";
import { measureEvidence, standing } from "../../core/findings/measure";
import { quantileOfSorted } from "../../core/math/quantile";
import { MAX_EVIDENCE, tailEvidence, tailOf, type Tail } from "../../core/findings/tail";
import type { ColumnSamples } from "../../core/detect/column-samples";
import { partOf } from "../../core/detect/part-of-context";
import type { Context } from "../../core/detect/context";
import { logIncompleteBeta } from "../../core/math/student-tail";
import { defineColumnTest } from "./column-test";
import { measuredNumbers, rowsLearned, type MeasuredNumber } from "./measured-numbers";
import { numberAt } from "./value-reasons";

interface FarAtOnceModel {
  readonly columns: readonly (MeasuredNumber & { readonly left: Tail | null })[];
  readonly linear: LinearRelations | null;
  /** What ordinary rows have of it; null where it does not tell. */
  readonly usual: UsualStrength | null;
}

/** -log10 of a probability falls on a straight line over its own rank: where that begins, and how steep it is. */
interface UsualStrength {
  readonly from: number;
  readonly perTenth: number;
}

const MIN_COLUMNS = 4;
const MAX_COLUMNS = 200;
/** So many columns at most are named. */
const MAX_NAMED = 4;

/**
 * Several columns far out at once, though none for sure: by column how rarely a value lies as far out, in itself or
 * beside what straight lines through the others say; then the most surprising number of such columns (Berk & Jones 1979),
 * measured by the tail of what ordinary rows have, so that columns that go together do not count twice.
 */
export const farAtOnce = defineColumnTest<FarAtOnceModel>({
  id: "far-at-once",
  label: "Several columns at once",
  summary: "Finds rows in which several columns are far out at once, though perhaps none for sure.",
  blindTo: "Rows in which one column alone is odd, and tables of fewer than four numbers.",
  reference:
    "Berk, R. H. & Jones, D. H. (1979). Goodness-of-fit test statistics that dominate the Kolmogorov statistics. Z. Wahrscheinlichkeitstheorie 47, for the number of columns that are far out.",
  async fit(samples, context) {
    const learned = rowsLearned(samples, context);
    const measured = measuredNumbers(learned, MAX_COLUMNS);
    if (measured.length < MIN_COLUMNS) {
      await context.checkpoint(1);
      return { columns: [], linear: null, usual: null };
    }
    const width = measured.length;
    const standings = new Float64Array(learned.count * width);
    for (let sample = 0; sample < learned.count; sample++)
      measured.forEach(
        ({ feature, measure }, at) =>
          (standings[sample * width + at] = standing(measure, numberAt(learned, feature, sample))),
      );
    await context.checkpoint(0.2);
    const linear = linearRelationsOf(standings, width);
    const columns = measured.map((column, at) => {
      const left = new Float64Array(learned.count);
      for (let sample = 0; sample < learned.count; sample++) {
        const own = standings.subarray(sample * width, (sample + 1) * width);
        left[sample] = linear ? clipped(own[at]!) - expectedStanding(linear, own, at) : NaN; // at < width
      }
      return { ...column, left: tailOf(left.filter(Number.isFinite).sort()) };
    });
    await context.checkpoint(0.6);
    const model = { columns, linear, usual: null };
    const found = await strengths(model, learned, partOf(context, 0.6, 1));
    const usual = usualStrengthOf(found.slice().sort());
    const evidence = found.map((strength) => strengthEvidence(usual, strength));
    return { ...model, usual: isBelievable(evidence, 1) ? usual : null };
  },
  async test(model, samples, context) {
    const { usual } = model;
    if (!usual) return { kind: "silent", why: { code: "column-finding.few-columns" } };
    const evidence = (await strengths(model, samples, context)).map((strength) => strengthEvidence(usual, strength));
    return { kind: "tested", evidence };
  },
  reasons(model, samples, which) {
    return Promise.resolve(
      which.map((sample) => {
        const far = [...columnEvidence(model, samples, sample).entries()]
          .sort((a, b) => b[1] - a[1])
          .slice(0, MAX_NAMED)
          .filter(([, evidence], at) => at < 2 || evidence > 2)
          .map(([at]) => model.columns[at]!.feature); // one of the columns
        const columns = far.map((feature) => samples.features[feature]!).join(", "); // features of the samples
        return { note: { code: "column-finding.several", values: { columns } }, features: far, expected: null };
      }),
    );
  },
});

async function strengths(model: FarAtOnceModel, samples: ColumnSamples, context: Context): Promise<Float64Array> {
  const found = new Float64Array(samples.count);
  for (let sample = 0; sample < samples.count; sample++) {
    found[sample] = strengthOf(columnEvidence(model, samples, sample));
    if (sample % 256 === 255) await context.checkpoint(sample / samples.count);
  }
  await context.checkpoint(1);
  return found;
}

/** By column the larger of two: in itself, and beside what the others say. */
function columnEvidence({ columns, linear }: FarAtOnceModel, samples: ColumnSamples, sample: number): Float64Array {
  const own = Float64Array.from(columns, ({ feature, measure }) =>
    standing(measure, numberAt(samples, feature, sample)),
  );
  return Float64Array.from(columns, ({ feature, measure, left }, at) => {
    const alone = measureEvidence(measure, numberAt(samples, feature, sample));
    if (!linear || !left || Number.isNaN(own[at]!)) return alone;
    return Math.max(alone, tailEvidence(left, clipped(own[at]!) - expectedStanding(linear, own, at))); // one for each column
  });
}

/** -log10 of how rarely so many columns would be so far out at once, for the most surprising number of them: two or more. */
function strengthOf(evidence: Float64Array): number {
  const width = evidence.length;
  const sorted = evidence.slice().sort().reverse();
  let most = 0;
  // Whichever of the two larger, each column was asked twice.
  for (let count = 2; count <= Math.max(2, width >> 1); count++) {
    const p = Math.min(1, 2 * 10 ** -sorted[count - 1]!); // count <= width
    const strength = -logIncompleteBeta(p, count, width - count + 1) / Math.LN10;
    if (Number.isFinite(strength) && strength > most) most = strength;
  }
  return most;
}

const BULK_FROM = 0.8;
const BULK_TO = 0.98;
/** How much less steep it may be, where one row lies beyond what is read. */
const STEEPNESS_DOUBT = 1;

/** Read between the upper fifth and the upper fiftieth; columns that go together make it less steep than chance alone. */
function usualStrengthOf(sorted: Float64Array): UsualStrength {
  const from = quantileOfSorted(sorted, BULK_FROM);
  const tenths = Math.log10((1 - BULK_FROM) / (1 - BULK_TO));
  const doubt = 1 + STEEPNESS_DOUBT / Math.sqrt(Math.max(1, sorted.length * (1 - BULK_TO)));
  return { from, perTenth: Math.max(1, (doubt * (quantileOfSorted(sorted, BULK_TO) - from)) / tenths) };
}

function strengthEvidence({ from, perTenth }: UsualStrength, strength: number): number {
  if (strength <= from) return 0;
  return Math.min(MAX_EVIDENCE, -Math.log10(1 - BULK_FROM) + (strength - from) / perTenth);
}
