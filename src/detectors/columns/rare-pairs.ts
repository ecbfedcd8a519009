import type { ColumnSamples } from "../../core/detect/column-samples";
import type { FindingReason } from "../../core/detect/test-outcome";
import { isBelievable, StrongestEvidence } from "../../core/findings/evidence";
import { rarePairsOf, type RarePair } from "../../core/findings/rare-pairs";
import { defineColumnTest } from "./column-test";
import { levelCodes, levelsOf, type Levels } from "./read-columns";
import { namedCell, rounded } from "./value-reasons";

interface Pairing {
  readonly first: Levels;
  readonly second: Levels;
  /** The pairs that stand too rarely. */
  readonly rare: readonly RarePair[];
}

interface RarePairsModel {
  readonly pairings: readonly Pairing[];
  /** How many pairs of columns were looked at. */
  readonly tried: number;
}

/** Categories looked at, those with the fewest levels first. */
const MAX_CATEGORIES = 20;
/** Cells of a table of two categories, so that one stays small. */
const MAX_CELLS = 1e6;

/**
 * Two categories against each other: a row whose pair of levels stands in far fewer rows than the two levels by
 * themselves would have it. A pair of columns with many such rows is not independent in its own way, and not spoken of.
 */
export const rarePairs = defineColumnTest<RarePairsModel>({
  id: "rare-pairs",
  label: "Rare pairs of categories",
  summary: "Finds categories that do not go together: each is common on its own, but hardly ever in the same row.",
  blindTo: "Rare values, which are hardly ever expected together, and what takes three columns to see.",
  reference:
    "Das, K. & Schneider, J. (2007). Detecting anomalous records in categorical datasets. KDD; counts against independence by Poisson, over-dispersed.",
  async fit(samples, context) {
    const categories = Array.from({ length: samples.width }, (_, feature) => levelsOf(samples, feature))
      .filter((levels) => levels !== null)
      .sort((a, b) => a.names.length - b.names.length)
      .slice(0, MAX_CATEGORIES);
    const codes = categories.map((levels) => levelCodes(samples, levels));
    const pairings: Pairing[] = [];
    let tried = 0;
    for (const [one, first] of categories.entries()) {
      for (const [two, second] of categories.entries()) {
        if (two <= one || first.names.length * second.names.length > MAX_CELLS) continue;
        tried++;
        const rare = rarePairsOf(codes[one]!, codes[two]!, [first.names.length, second.names.length]); // one code list each
        const pairing = { first, second, rare };
        if (rare.length > 0 && isBelievable(evidenceBy(pairing, samples), 1)) pairings.push(pairing);
      }
      await context.checkpoint((one + 1) / categories.length);
    }
    await context.checkpoint(1);
    return { pairings, tried };
  },
  async test({ pairings, tried }, samples, context) {
    if (tried === 0) return { kind: "silent", why: { code: "column-finding.no-pairs" } };
    const strongest = new StrongestEvidence(samples.count, tried);
    for (const [at, pairing] of pairings.entries()) {
      strongest.add(at, evidenceBy(pairing, samples));
      await context.checkpoint((at + 1) / pairings.length);
    }
    await context.checkpoint(1);
    return { kind: "tested", evidence: strongest.evidence };
  },
  reasons({ pairings }, samples, which) {
    const found = pairings.map((pairing) => ({ pairing, rareAt: finder(pairing, samples) }));
    return Promise.resolve(
      which.map((sample) => {
        const [best] = found
          .flatMap(({ pairing, rareAt }) => {
            const rare = rareAt(sample);
            return rare ? [{ pairing, rare }] : [];
          })
          .sort((a, b) => b.rare.evidence - a.rare.evidence);
        return reasonOf(samples, sample, best!.pairing, best!.rare); // evidence says that there is one
      }),
    );
  },
});

function evidenceBy(pairing: Pairing, samples: ColumnSamples): Float64Array {
  const rareAt = finder(pairing, samples);
  return new Float64Array(samples.count).map((_, sample) => rareAt(sample)?.evidence ?? 0);
}

/** Tells the rare pair that a sample bears. */
function finder({ first, second, rare }: Pairing, samples: ColumnSamples): (sample: number) => RarePair | undefined {
  const [one, two] = [levelCodes(samples, first), levelCodes(samples, second)];
  const width = second.names.length;
  const byCell = new Map(rare.map((pair) => [pair.first * width + pair.second, pair]));
  return (sample) => {
    const [a, b] = [one[sample]!, two[sample]!]; // one code each
    return a < 0 || b < 0 ? undefined : byCell.get(a * width + b);
  };
}

function reasonOf(samples: ColumnSamples, sample: number, { first, second }: Pairing, pair: RarePair): FindingReason {
  return {
    note: {
      code: "column-finding.rare-pair",
      values: {
        first: samples.features[first.feature]!, // one of the features
        firstLevel: namedCell(samples, first.feature, sample),
        second: samples.features[second.feature]!, // one of the features
        secondLevel: namedCell(samples, second.feature, sample),
        seen: pair.seen,
        expected: rounded(pair.expected),
      },
    },
    features: [second.feature, first.feature],
    expected: null,
  };
}
