import { StrongestEvidence, isBelievable } from "../../core/findings/evidence";
import { offRuler } from "../../core/findings/ruler";
import { evidenceWithin, withinLevelsOf, withinReader, type WithinLevels } from "../../core/findings/within-levels";
import type { ColumnSamples } from "../../core/detect/column-samples";
import type { FindingReason } from "../../core/detect/test-outcome";
import { defineColumnTest } from "./column-test";
import { measuredNumbers, type MeasuredNumber } from "./measured-numbers";
import { levelCodes, levelsOf, numbersAt, samplesByLevel, type Levels } from "./read-columns";
import { namedCell, numberAt, ratioValues, rounded, sideOf } from "./value-reasons";

interface Pair {
  readonly feature: number;
  readonly levels: Levels;
  readonly usual: WithinLevels;
}

interface LevelTailModel {
  readonly pairs: readonly Pair[];
}

/** In smaller tables some category splits some number well by chance. */
const MIN_ROWS = 50;
/** More pairs than this are not tried: the categories with the fewest levels first. */
const MAX_PAIRS = 400;

/**
 * Each number within the levels of a category that explains it: how far it lies from the middle of its level, in the
 * spread of the level (leaning towards that of all levels where few rows tell), by the tails of all such distances.
 */
export const levelTail = defineColumnTest<LevelTailModel>({
  id: "level-tail",
  label: "Far from its category",
  summary:
    "Says how rarely a number lies this far from what is usual for its category: an amount for its payee, a salary for its grade.",
  blindTo: "Categories with fewer than eight rows, and what only several categories together explain.",
  reference:
    "Efron, B. & Morris, C. (1975). Data analysis using Stein's estimator and its generalizations. JASA 70(350), for spreads that lean towards the whole; medians and MAD in place of means.",
  async fit(samples, context) {
    const categories = Array.from({ length: samples.width }, (_, feature) => levelsOf(samples, feature))
      .filter((levels) => levels !== null)
      .sort((a, b) => a.names.length - b.names.length);
    const measured = categories.length === 0 ? [] : await measuredNumbers(samples, MAX_PAIRS, context);
    const tried = samples.count < MIN_ROWS ? [] : pairsToTry(categories, measured);
    const byLevel = new Map<number, { codes: Int32Array; members: number[][] }>();
    const numbers = new Map<number, Float64Array>();
    const pairs: Pair[] = [];
    for (const [at, { levels, feature, measure }] of tried.entries()) {
      const values = numbers.get(feature) ?? numbersAt(samples, feature)!; // it has a measure
      numbers.set(feature, values);
      let grouped = byLevel.get(levels.feature);
      if (!grouped) {
        const codes = levelCodes(samples, levels);
        grouped = { codes, members: samplesByLevel(codes, levels.names.length) };
        byLevel.set(levels.feature, grouped);
      }
      const usual = withinLevelsOf(values, grouped.members, measure.ruler);
      if (usual) {
        const { codes } = grouped;
        const read = withinReader(usual);
        const evidence = values.map((value, sample) => read(value, codes[sample]!)); // one code each
        if (isBelievable(evidence, tried.length)) pairs.push({ feature, levels, usual });
      }
      await context.checkpoint((at + 1) / tried.length);
    }
    await context.checkpoint(1);
    return { pairs };
  },
  async test({ pairs }, samples, context) {
    if (pairs.length === 0) return { kind: "silent", why: { code: "column-finding.no-levels" } };
    const strongest = new StrongestEvidence(samples.count, pairs.length);
    for (const [at, { feature, levels, usual }] of pairs.entries()) {
      const codes = levelCodes(samples, levels);
      const values = numbersAt(samples, feature);
      const read = withinReader(usual);
      if (values)
        strongest.add(
          at,
          values.map((value, sample) => read(value, codes[sample]!)), // one code each
        );
      await context.checkpoint((at + 1) / pairs.length);
    }
    return { kind: "tested", evidence: strongest.evidence };
  },
  reasons({ pairs }, samples, which) {
    const codes = pairs.map(({ levels }) => levelCodes(samples, levels));
    return Promise.resolve(
      which.map((sample) => {
        const evidence = pairs.map(({ feature, usual }, at) =>
          evidenceWithin(usual, numberAt(samples, feature, sample), codes[at]![sample]!),
        ); // one code for each pair and sample
        const at = evidence.indexOf(Math.max(...evidence));
        return reasonOf(samples, sample, pairs[at]!, codes[at]![sample]!); // evidence says that there is one
      }),
    );
  },
});

/** The first MAX_PAIRS; of thousands of columns all would be millions. */
function pairsToTry(categories: readonly Levels[], measured: readonly MeasuredNumber[]) {
  const pairs: (MeasuredNumber & { readonly levels: Levels })[] = [];
  for (const levels of categories)
    for (const number of measured) {
      if (pairs.length === MAX_PAIRS) return pairs;
      if (number.feature !== levels.feature) pairs.push({ levels, ...number });
    }
  return pairs;
}

function reasonOf(
  samples: ColumnSamples,
  sample: number,
  { feature, levels, usual }: Pair,
  level: number,
): FindingReason {
  const value = numberAt(samples, feature, sample);
  const expected = offRuler(usual.ruler, usual.middles[level]!); // a level with evidence has a middle
  const side = sideOf(value, expected);
  return {
    note: {
      code: `column-finding.${side}-in-level`,
      values: {
        column: samples.features[feature]!, // one of the features
        value,
        ...ratioValues(value, expected),
        usual: rounded(expected),
        category: samples.features[levels.feature]!, // one of the features
        level: namedCell(samples, levels.feature, sample),
      },
    },
    features: [feature, levels.feature],
    expected,
  };
}
