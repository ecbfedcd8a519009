import { isBelievable } from "../../core/findings/evidence";
import { linearlyExpected, linearRelationsOf, type LinearRelations } from "../../core/findings/linear-relations";
import { measureReader } from "../../core/findings/measure";
import { quantileOfSorted } from "../../core/math/quantile";
import { MAX_EVIDENCE, quietRangeOf, tailOf, tailReader, type Tail } from "../../core/findings/tail";
import type { ColumnSamples } from "../../core/detect/column-samples";
import { partOf } from "../../core/detect/part-of-context";
import type { Context } from "../../core/detect/context";
import { logIncompleteBeta } from "../../core/math/student-tail";
import { defineColumnTest } from "./column-test";
import { measuredNumbers, rowsLearned, type MeasuredNumber } from "./measured-numbers";
import { clippedOf, ROWS_AT_ONCE, standingsOf } from "./seen-rows";

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

/** What is needed is worked out to so many digits. */
const ROUNDING = 1e-6;
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
    const measured = await measuredNumbers(learned, MAX_COLUMNS, context);
    if (measured.length < MIN_COLUMNS) {
      await context.checkpoint(1);
      return { columns: [], linear: null, usual: null };
    }
    const standings = measured.map((number) => standingsOf(learned, number, 0, learned.count));
    await context.checkpoint(0.2);
    const linear = linearRelationsOf(standings);
    const asCounted = clippedOf(standings);
    const columns = measured.map((column, at) => {
      const left = linear && leftOver(linear, standings, asCounted, at);
      return { ...column, left: left && tailOf(left.filter(Number.isFinite).sort()) };
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
        const far = [...evidenceReader(model, samples)(sample, sample + 1).entries()]
          .map(([at, [evidence = 0]]) => [at, evidence] as const)
          .sort((a, b) => b[1] - a[1])
          .slice(0, MAX_NAMED)
          .filter(([, evidence], at) => at < 2 || evidence > 2)
          .map(([at]) => model.columns[at]!.feature); // one of the columns
        const columns = far.map((feature) => samples.features[feature]!); // features of the samples
        return { note: { code: "column-finding.several", values: { columns } }, features: far, expected: null };
      }),
    );
  },
});

async function strengths(model: FarAtOnceModel, samples: ColumnSamples, context: Context): Promise<Float64Array> {
  const found = new Float64Array(samples.count);
  const { strengthOf, lowest } = strengthReader(model.columns.length, model.usual?.from ?? 0);
  const read = evidenceReader(model, samples, Math.max(0, lowest - ROUNDING));
  const own = new Float64Array(model.columns.length);
  for (let from = 0; from < samples.count; from += ROWS_AT_ONCE) {
    const to = Math.min(samples.count, from + ROWS_AT_ONCE);
    const evidence = read(from, to);
    for (let sample = from; sample < to; sample++) {
      for (let at = 0; at < own.length; at++) own[at] = evidence[at]![sample - from]!; // one for each column and sample
      found[sample] = strengthOf(own);
    }
    await context.checkpoint(from / samples.count);
  }
  await context.checkpoint(1);
  return found;
}

/**
 * Tells by column the larger of two for some samples: in itself, and beside what the others say.
 * @param ignored evidence up to so much may be told as none
 */
function evidenceReader({ columns, linear }: FarAtOnceModel, samples: ColumnSamples, ignored = 0) {
  const readers = columns.map(({ measure, left }) => ({
    alone: measureReader(measure, ignored),
    beside: left && { read: tailReader(left), quiet: quietRangeOf(left, ignored) },
  }));
  return (from: number, to: number): Float64Array[] => {
    const standings = columns.map((number) => standingsOf(samples, number, from, to));
    const asCounted = clippedOf(standings);
    return readers.map(({ alone, beside }, at) => {
      const { feature } = columns[at]!; // one for each
      const column = samples.columns[feature]!; // one of the features
      const values = column.kind === "number" ? column.values : null;
      const evidence = standings[at]!.map((_, row) => (values ? alone(values[samples.origin[from + row]!]!) : 0)); // one for each sample
      if (!linear || !beside) return evidence;
      const left = leftOver(linear, standings, asCounted, at);
      const { read, quiet } = beside;
      for (let row = 0; row < left.length; row++) {
        const one = left[row]!; // row < length
        // What is NaN is not outside, either.
        if (one < quiet.from || one > quiet.to) evidence[row] = Math.max(evidence[row]!, read(one)); // one for each row
      }
      return evidence;
    });
  };
}

/** What straight lines through the others leave of each standing; NaN where it is missing. */
function leftOver(
  linear: LinearRelations,
  standings: readonly Float64Array[],
  asCounted: readonly Float64Array[],
  at: number,
): Float64Array {
  const own = standings[at]!; // one of the columns
  return linearlyExpected(linear, asCounted, at).map((said, row) =>
    Number.isNaN(own[row]!) ? NaN : asCounted[at]![row]! - said,
  ); // one for each row
}

/**
 * Tells -log10 of how rarely so many columns would be so far out at once, for the most surprising number of them: two or
 * more; 0 where it is at most `least`. Evidence below `lowest` has no part in it.
 */
function strengthReader(width: number, least: number) {
  const most = Math.max(2, width >> 1);
  // What so many columns need at least: few rows have it, and only they are put in order.
  const needed = Array.from({ length: most - 1 }, (_, at) => evidenceFor(width, at + 2, least));
  const lowest = Math.min(...needed);
  const strengthOf = (evidence: Float64Array): number => {
    let reaching = 0;
    for (const own of evidence) if (own >= lowest) reaching++;
    if (reaching < 2) return 0;
    const sorted = evidence.slice().sort().reverse();
    let strength = 0;
    for (let count = 2; count <= most; count++) {
      const own = sorted[count - 1]!; // count <= width
      if (own >= needed[count - 2]!) strength = Math.max(strength, strengthOfCount(width, count, own)); // one for each count
    }
    return strength;
  };
  return { strengthOf, lowest };
}

/** For `count` of `width` columns of which each has at least so much evidence. Whichever of the two larger, each column was asked twice. */
function strengthOfCount(width: number, count: number, evidence: number): number {
  const p = Math.min(1, 2 * 10 ** -evidence);
  const strength = -logIncompleteBeta(p, count, width - count + 1) / Math.LN10;
  return Number.isFinite(strength) ? strength : 0;
}

/** The evidence that each of `count` columns needs for such a strength, or a little less. */
function evidenceFor(width: number, count: number, strength: number): number {
  let [low, high] = [0, MAX_EVIDENCE];
  for (let halving = 0; halving < 30; halving++) {
    const middle = (low + high) / 2;
    if (strengthOfCount(width, count, middle) < strength) low = middle;
    else high = middle;
  }
  return low;
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
