import { breachEvidence, isLaw } from "../../core/findings/evidence";
import { defineColumnTest } from "./column-test";
import { valueReader } from "./read-columns";

interface MissingCellsModel {
  /** The features that hardly any row lacks. */
  readonly filled: readonly number[];
  /** Rows that lack so many of them, and how many were looked at. */
  readonly lacking: number;
  readonly count: number;
}

/** One cell is easily forgotten; a row lacks several, and as many as this share of what all others have. */
const MIN_CELLS = 2;
const MIN_SHARE = 0.3;

/** Rows that lack several cells which all others have: records cut off, lines that are none. */
export const missingCells = defineColumnTest<MissingCellsModel>({
  id: "missing-cells",
  label: "Cells that all others have",
  summary: "Finds rows that lack several cells which hardly any other row lacks.",
  blindTo: "Single cells that are missing, and columns that many rows leave empty.",
  reference:
    "Rubin, D. B. (1976). Inference and missing data. Biometrika 63(3), for patterns of what is missing; rows that break what nearly all keep to.",
  async fit(samples, context) {
    const { count } = samples;
    const lacks = new Uint16Array(count);
    const filled: number[] = [];
    for (let feature = 0; feature < samples.width; feature++) {
      const without = samplesWithout(samples, feature);
      if (isLaw(without.length, count)) {
        filled.push(feature);
        for (const sample of without) lacks[sample]! += 1; // samples
      }
      await context.checkpoint((feature + 1) / samples.width);
    }
    const least = leastOf(filled);
    const lacking = lacks.reduce((sum, one) => sum + (one >= least ? 1 : 0), 0);
    return { filled: lacking > 0 && isLaw(lacking, count) ? filled : [], lacking, count };
  },
  async test({ filled, lacking, count }, samples, context) {
    if (filled.length < MIN_CELLS) return { kind: "silent", why: { code: "column-finding.no-missing" } };
    const lacks = new Uint16Array(samples.count);
    for (const [at, feature] of filled.entries()) {
      for (const sample of samplesWithout(samples, feature)) lacks[sample]! += 1; // samples
      await context.checkpoint((at + 1) / filled.length);
    }
    const least = leastOf(filled);
    const breach = breachEvidence(lacking, count);
    return {
      kind: "tested",
      evidence: new Float64Array(lacks.length).map((_, sample) => (lacks[sample]! >= least ? breach : 0)),
    };
  },
  reasons({ filled }, samples, which) {
    const readers = filled.map((feature) => valueReader(samples.columns[feature]!)); // features of the samples
    return Promise.resolve(
      which.map((sample) => {
        const features = filled.filter((_, at) => readers[at]!(samples.origin[sample]!) === null); // a sample
        const columns = features.slice(0, MAX_NAMED).map((feature) => samples.features[feature]!); // features of the samples
        const values = { columns, cells: features.length, of: filled.length };
        return { note: { code: "column-finding.missing" as const, values }, features, expected: null };
      }),
    );
  },
});

const MAX_NAMED = 4;

function leastOf(filled: readonly number[]): number {
  return Math.max(MIN_CELLS, Math.ceil(MIN_SHARE * filled.length));
}

function samplesWithout({ columns, origin }: Parameters<typeof missingCells.score>[1], feature: number): number[] {
  const valueOf = valueReader(columns[feature]!); // one of the features
  const without: number[] = [];
  origin.forEach((row, sample) => {
    if (valueOf(row) === null) without.push(sample);
  });
  return without;
}
