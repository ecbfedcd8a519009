import type { ColumnSamples } from "../../core/detect/column-samples";
import type { Context } from "../../core/detect/context";
import type { FindingReason } from "../../core/detect/test-outcome";
import { StrongestEvidence, isBelievable } from "../../core/findings/evidence";
import { linearRelationsOf } from "../../core/findings/linear-relations";
import { offRuler } from "../../core/findings/ruler";
import { spreadAt, spreadBySizeOf, type SpreadBySize } from "../../core/findings/spread-by-size";
import { tailEvidence, tailOf, tailReader, type Tail } from "../../core/findings/tail";
import { madOfSorted } from "../../core/math/quantile";
import { wholesAmong } from "./column-laws";
import { defineColumnTest } from "./column-test";
import {
  countedRows,
  expectedOf,
  expectedWithDoubt,
  type CountedRows,
  type Expectation,
  type Relations,
} from "./expectation";
import { binEdges, learnExpectation } from "./learn-expectation";
import { measuredNumbers, rowsLearned } from "./measured-numbers";
import { levelsOf } from "./read-columns";
import { ROWS_AT_ONCE, rowsReader, type SeenRows } from "./seen-rows";
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
/** One row in a thousand has so much evidence: less of it does not tell which number is to blame. */
const MAX_ORDINARY_EVIDENCE = 3;
/** The others say something of a number where its median distance from what they say is so much smaller than from its middle. */
const MAX_UNEXPLAINED = 0.75;

/**
 * Each number against what the other columns say it should be: straight lines through all numbers, read off the rows
 * that fit together, and a forest over what they leave, of which a row asks only trees that never saw it (cross-fitted).
 * Measured in the spread of such expectations, by the tails of all distances.
 */
export const relations = defineColumnTest<RelationsModel>({
  id: "relations",
  label: "Far from what the other columns suggest",
  summary: "Learns what each number should be, given the other columns, and says how rarely one lies this far from it.",
  blindTo: "Numbers that have nothing to do with the other columns, and relations that many rows break.",
  reference:
    "Breiman, L. (2001). Random forests. Machine Learning 45(1), in folds; Raymaekers, J. & Rousseeuw, P. J. (2021). Fast robust correlation for high-dimensional data. Technometrics 63(2).",
  async fit(samples, context) {
    return learn(rowsLearned(samples, context), context);
  },
  async test(model, samples, context) {
    const { expected } = model;
    if (expected.length === 0) return { kind: "silent", why: { code: "column-finding.no-relations" } };
    const strongest = new StrongestEvidence(samples.count, expected.length);
    const read = rowsReader(samples, model);
    const readers = expected.map(({ tail }) => tailReader(tail));
    for (let from = 0; from < samples.count; from += ROWS_AT_ONCE) {
      const rows = read(from, Math.min(samples.count, from + ROWS_AT_ONCE));
      const counted = countedRows(model.edges, rows);
      expected.forEach((own, at) => strongest.add(at, evidenceOf(model, own, counted, readers[at]!), from)); // one for each
      await context.checkpoint(from / samples.count);
    }
    await context.checkpoint(1);
    return { kind: "tested", evidence: strongest.evidence };
  },
  reasons(model, samples, which) {
    const read = rowsReader(samples, model);
    return Promise.resolve(which.map((sample) => reasonOf(model, samples, sample, read(sample, sample + 1))));
  },
});

async function learn(samples: ColumnSamples, context: Context): Promise<RelationsModel> {
  // What is worked out of others has no more to tell than how it was rounded; that it is, is a law of its own.
  const wholes = wholesAmong(samples);
  const measured = await measuredNumbers(samples, MAX_NUMBERS, context);
  const numbers = measured.filter(({ feature }) => !wholes.includes(feature));
  const categories = Array.from({ length: samples.width }, (_, feature) => levelsOf(samples, feature))
    .filter((levels) => levels !== null)
    .slice(0, MAX_CATEGORIES);
  await context.checkpoint(0.1);
  const rows = rowsReader(samples, { numbers, categories })(0, samples.count);
  const linear = linearRelationsOf(rows.standings);
  const found: Relations = { numbers, categories, linear, edges: binEdges(rows.standings) };
  const counted = countedRows(found.edges, rows);
  const expected: Expected[] = [];
  for (const at of numbers.keys()) {
    const own = learnOne(found, counted, learnExpectation(found, counted, at, context.random));
    if (own) expected.push(own);
    await context.checkpoint(0.1 + (0.9 * (at + 1)) / numbers.length);
  }
  await context.checkpoint(1);
  return { ...found, expected };
}

/** How far actual values spread around what the others say; null where they say little. */
function learnOne(relations: Relations, counted: CountedRows, expectation: Expectation): Expected | null {
  const own = counted.rows.standings[expectation.at]!; // one of the numbers
  const { expected: expectations, doubt } = expectedWithDoubt(relations, counted, expectation);
  const residuals = own.map((value, row) => value - expectations[row]!); // one for each row
  const before = madOfSorted(own.filter(Number.isFinite).sort());
  const after = madOfSorted(residuals.filter(Number.isFinite).sort());
  if (!(after > 0) || !(after <= MAX_UNEXPLAINED * before)) return null;
  const spread = spreadBySizeOf(expectations, residuals);
  const standard = residuals.map(
    (residual, row) => residual / Math.hypot(spreadAt(spread, expectations[row]!), doubt[row]!),
  ); // one for each row
  const tail = tailOf(standard.filter(Number.isFinite).sort());
  if (!tail) return null;
  return isBelievable(standard.map(tailReader(tail)), relations.numbers.length) ? { expectation, spread, tail } : null;
}

/** The evidence of each of some rows. */
function evidenceOf(
  relations: Relations,
  { expectation, spread }: Expected,
  counted: CountedRows,
  read: (standard: number) => number,
): Float64Array {
  const own = counted.rows.standings[expectation.at]!; // one of the numbers
  const { expected, doubt } = expectedWithDoubt(relations, counted, expectation);
  return expected.map((said, row) => read((own[row]! - said) / Math.hypot(spreadAt(spread, said), doubt[row]!))); // one for each row
}

/**
 * The number to blame is the one that leaves an ordinary row, its own value among the others, once it is what they say: a
 * wrong one makes all that follow from it look wrong, too. Where that holds for several, the one that has to change
 * least of its own spread: what follows from several others varies more than each of them makes it.
 */
function reasonOf(model: RelationsModel, samples: ColumnSamples, sample: number, seen: SeenRows): FindingReason {
  const { expected } = model;
  const evidenceIn = (rows: SeenRows): number[] => {
    const counted = countedRows(model.edges, rows);
    return expected.map((own) => evidenceOf(model, own, counted, (one) => tailEvidence(own.tail, one))[0]!); // of one row
  };
  const evidence = evidenceIn(seen);
  const most = Math.max(...evidence);
  const suspects = expected.filter((_, at) => evidence[at]! >= most / 2); // one for each
  const counted = countedRows(model.edges, seen);
  const saidOf = ({ expectation }: Expected) => expectedOf(model, counted, expectation)[0]!; // of one row
  let best = { own: suspects[0]!, said: NaN, left: Infinity, change: Infinity }; // the one with the most is among them
  for (const own of suspects) {
    const said = saidOf(own);
    const before = seen.standings[own.expectation.at]![0]!; // one of the numbers, of one row
    const standings = seen.standings.map((one, at) => (at === own.expectation.at ? Float64Array.of(said) : one));
    const { tail, spread } = model.numbers[own.expectation.at]!.measure; // one of the numbers
    const itself = tailEvidence(tail, tail.centre + spread * said);
    const left = Math.max(MAX_ORDINARY_EVIDENCE, itself, ...evidenceIn({ ...seen, standings }));
    const change = Math.abs(before - said);
    if (left < best.left || (left === best.left && change < best.change)) best = { own, said, left, change };
  }
  const { at } = best.own.expectation;
  const { feature, measure } = model.numbers[at]!; // one of the numbers
  const value = numberAt(samples, feature, sample);
  const said = measure.tail.centre + measure.spread * best.said;
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
