import type { ColumnSamples } from "../../core/detect/column-samples";
import type { Context } from "../../core/detect/context";
import type { FindingReason } from "../../core/detect/test-outcome";
import { StrongestEvidence, isBelievable } from "../../core/findings/evidence";
import { linearRelationsOf } from "../../core/findings/linear-relations";
import { offRuler } from "../../core/findings/ruler";
import { spreadAt, spreadBySizeOf, type SpreadBySize } from "../../core/findings/spread-by-size";
import { tailEvidence, tailOf, type Tail } from "../../core/findings/tail";
import { madOfSorted } from "../../core/math/quantile";
import { defineColumnTest } from "./column-test";
import { expects, rowReader, type Expectation, type Relations, type SeenRow } from "./expectation";
import { learnExpectation, type LearnedRows } from "./learn-expectation";
import { measuredNumbers, rowsLearned } from "./measured-numbers";
import { levelsOf } from "./read-columns";
import { numberAt, ratioValues, rounded, sideOf } from "./value-reasons";

interface Expected {
  readonly expectation: Expectation;
  readonly spread: SpreadBySize;
  readonly tail: Tail;
}

interface RelationsModel extends Relations {
  readonly expected: readonly Expected[];
}

/** Wider tables would take long, and what many columns say of one is better asked of fewer. */
const MAX_NUMBERS = 150;
const MAX_CATEGORIES = 10;
/** The others say something of a number where its median distance from what they say is so much smaller than from its middle. */
const MAX_UNEXPLAINED = 0.75;

/**
 * Each number against what the other columns say it should be: straight lines through all numbers, read off the rows
 * that fit together, and a forest over what they leave, of which a row asks only trees that never saw it (cross-fitted).
 * Measured in the spread of such expectations, by the tails of all distances.
 */
export const relations = defineColumnTest<RelationsModel>({
  id: "relations",
  label: "Far from what the others say",
  summary: "Learns what each number should be by the other columns, and says how rarely one lies as far from it.",
  blindTo: "Numbers of which the other columns say nothing, and relations that many rows break.",
  reference:
    "Breiman, L. (2001). Random forests. Machine Learning 45(1), in folds; Raymaekers, J. & Rousseeuw, P. J. (2021). Fast robust correlation for high-dimensional data. Technometrics 63(2).",
  async fit(samples, context) {
    return learn(rowsLearned(samples, context), context);
  },
  async test(model, samples, context) {
    const { expected } = model;
    if (expected.length === 0) return { kind: "silent", why: { code: "column-finding.no-relations" } };
    const strongest = new StrongestEvidence(samples.count, expected.length);
    const read = rowReader(samples, model);
    const evidence = expected.map(() => new Float64Array(samples.count));
    for (let sample = 0; sample < samples.count; sample++) {
      const row = read(sample);
      expected.forEach((own, at) => (evidence[at]![sample] = evidenceOf(model, own, row))); // one for each
      if (sample % 256 === 255) await context.checkpoint(sample / samples.count);
    }
    evidence.forEach((own, at) => strongest.add(at, own));
    await context.checkpoint(1);
    return { kind: "tested", evidence: strongest.evidence };
  },
  reasons(model, samples, which) {
    const read = rowReader(samples, model);
    return Promise.resolve(which.map((sample) => reasonOf(model, samples, sample, read(sample))));
  },
});

async function learn(samples: ColumnSamples, context: Context): Promise<RelationsModel> {
  const numbers = measuredNumbers(samples, MAX_NUMBERS);
  const categories = Array.from({ length: samples.width }, (_, feature) => levelsOf(samples, feature))
    .filter((levels) => levels !== null)
    .slice(0, MAX_CATEGORIES);
  await context.checkpoint(0.1);
  const rows = rowsOf(samples, { numbers, categories, linear: null });
  const linear = linearRelationsOf(rows.standings, numbers.length);
  const found: Relations = { numbers, categories, linear };
  const expected: Expected[] = [];
  for (const at of numbers.keys()) {
    const own = expectedOf(found, rows, at, context.random);
    if (own) expected.push(own);
    await context.checkpoint(0.1 + (0.9 * (at + 1)) / numbers.length);
  }
  await context.checkpoint(1);
  return { ...found, expected };
}

function rowsOf(samples: ColumnSamples, relations: Relations): LearnedRows {
  const width = relations.numbers.length;
  const standings = new Float64Array(samples.count * width);
  const levels = relations.categories.map(() => new Int32Array(samples.count));
  const folds = new Uint8Array(samples.count);
  const read = rowReader(samples, relations);
  for (let sample = 0; sample < samples.count; sample++) {
    const row = read(sample);
    standings.set(row.standings, sample * width);
    levels.forEach((codes, at) => (codes[sample] = row.levels[at]!)); // one for each category
    folds[sample] = row.fold;
  }
  return { count: samples.count, standings, levels, folds };
}

/** What the others say of number `at`, and how far actual values spread around it; null where they say little. */
function expectedOf(relations: Relations, rows: LearnedRows, at: number, random: () => number): Expected | null {
  const width = relations.numbers.length;
  const expectation = learnExpectation(relations, rows, at, random);
  const expectations = new Float64Array(rows.count);
  const residuals = new Float64Array(rows.count);
  const levels = new Int32Array(rows.levels.length);
  for (let row = 0; row < rows.count; row++) {
    const standings = rows.standings.subarray(row * width, (row + 1) * width);
    rows.levels.forEach((codes, category) => (levels[category] = codes[row]!)); // one code for each row
    const said = expects(relations, expectation, { standings, levels, fold: rows.folds[row]! }); // one for each row
    expectations[row] = said;
    residuals[row] = standings[at]! - said; // at < width
  }
  const own = Float64Array.from({ length: rows.count }, (_, row) => rows.standings[row * width + at]!); // at < width
  const before = madOfSorted(own.filter(Number.isFinite).sort());
  const after = madOfSorted(residuals.filter(Number.isFinite).sort());
  if (!(after > 0) || !(after <= MAX_UNEXPLAINED * before)) return null;
  const spread = spreadBySizeOf(expectations, residuals);
  const standard = residuals.map((residual, row) => residual / spreadAt(spread, expectations[row]!)); // one for each row
  const tail = tailOf(standard.filter(Number.isFinite).sort());
  if (!tail) return null;
  const evidence = standard.map((value) => tailEvidence(tail, value));
  return isBelievable(evidence, width) ? { expectation, spread, tail } : null;
}

function evidenceOf(relations: Relations, { expectation, spread, tail }: Expected, row: SeenRow): number {
  const said = expects(relations, expectation, row);
  return tailEvidence(tail, (row.standings[expectation.at]! - said) / spreadAt(spread, said)); // one of the numbers
}

/**
 * The number to blame is the one without which the others go together best: a wrong one makes all that follow from it
 * look wrong, too.
 */
function reasonOf(model: RelationsModel, samples: ColumnSamples, sample: number, seen: SeenRow): FindingReason {
  const { expected } = model;
  const evidence = expected.map((own) => evidenceOf(model, own, seen));
  const most = Math.max(...evidence);
  const suspects = expected.filter((_, at) => evidence[at]! >= most / 2); // one for each
  let best = { own: suspects[0]!, left: Infinity }; // the one with the most is among them
  for (const own of suspects) {
    const standings = seen.standings.slice();
    standings[own.expectation.at] = expects(model, own.expectation, seen);
    const left = Math.max(0, ...expected.map((other) => evidenceOf(model, other, { ...seen, standings })));
    if (left < best.left) best = { own, left };
  }
  const { at } = best.own.expectation;
  const { feature, measure } = model.numbers[at]!; // one of the numbers
  const value = numberAt(samples, feature, sample);
  const said = measure.tail.centre + measure.spread * expects(model, best.own.expectation, seen);
  const expectedValue = offRuler(measure.ruler, said);
  const side = measure.ruler === "plain" ? (value >= expectedValue ? "above" : "below") : sideOf(value, expectedValue);
  return {
    note: {
      code: `column-finding.${side}-others`,
      values: {
        column: samples.features[feature]!, // one of the features
        value,
        expected: rounded(expectedValue),
        difference: rounded(Math.abs(value - expectedValue)),
        ...ratioValues(value, expectedValue),
      },
    },
    features: [feature, ...othersOf(model, at)],
    expected: expectedValue,
  };
}

/** The numbers that say most of number `at`. */
function othersOf({ linear, numbers }: Relations, at: number): number[] {
  if (!linear) return [];
  const { width, slopes } = linear;
  return [...numbers.keys()]
    .filter((other) => other !== at && Math.abs(slopes[at * width + other]!) > 0.1) // both < width
    .sort((a, b) => Math.abs(slopes[at * width + b]!) - Math.abs(slopes[at * width + a]!))
    .slice(0, 2)
    .map((other) => numbers[other]!.feature); // one of the numbers
}
