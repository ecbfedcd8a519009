import type { NoteBelow } from "../data/note";
import type { TableFacts } from "./table-facts";

/** One thing to know about a kind of table, and which detectors it speaks for or against. */
export interface RecommendRule {
  /** The sentence is `recommend.<id>` of the catalogue. */
  readonly id: NoteBelow<"recommend">;
  holds(facts: TableFacts): boolean;
  /** What fills the sentence. */
  values(facts: TableFacts): Readonly<Record<string, number>>;
  /** Ids of detectors that such a table suits. */
  readonly recommend: readonly string[];
  /** Ids of detectors to read with care on such a table. */
  readonly distrust: readonly string[];
}

/** Where distances to all rows decide. */
const DISTANCE_DETECTORS = ["knn", "lof", "k-means", "cblof", "inne", "one-class-svm"];
/** Where distances to the rows decide that nothing speaks against. */
const UNSUSPICIOUS = "unsuspicious-neighbours";
/** Where relations between columns decide. */
const RELATION_DETECTORS = ["mahalanobis", "mcd", "pca"];

const percent = (share: number): number => Math.round(share * 100);
/** Comparing every row with every other beyond this is done on a sample. */
const comparesAll = ({ rows, wideFeatures }: TableFacts): boolean =>
  rows <= 150_000 && rows * rows * wideFeatures <= 1.2e11;

/**
 * The rules, the weightier first: their order is the order of the reasons. What distances lose with many features:
 * Beyer et al. (1999), When is "nearest neighbor" meaningful? What covariances need: Rousseeuw & Van Driessen (1999).
 * What remains comes from comparing detectors on labelled tables, and from how each of them computes.
 */
export const recommendRules: readonly RecommendRule[] = [
  {
    id: "few-rows",
    holds: ({ rows }) => rows < 50,
    values: ({ rows }) => ({ rows }),
    recommend: ["robust-z", "ecod"],
    distrust: ["isolation-forest", UNSUSPICIOUS, "random-forest", "inne", "lof", "one-class-svm", "autoencoder", "gan"],
  },
  {
    id: "few-rows-to-learn",
    holds: ({ rows }) => rows >= 50 && rows < 300,
    values: ({ rows }) => ({ rows }),
    recommend: [],
    distrust: ["random-forest", "autoencoder", "gan"],
  },
  {
    id: "one-feature",
    holds: ({ features }) => features === 1,
    values: () => ({}),
    recommend: ["robust-z", "ecod"],
    distrust: [...RELATION_DETECTORS, "random-forest", "autoencoder", "gan"],
  },
  {
    id: "rows-per-feature",
    holds: ({ rows, features }) => features > 1 && rows < 3 * features,
    values: ({ rows, features }) => ({ rows, features }),
    recommend: [],
    distrust: RELATION_DETECTORS,
  },
  {
    id: "many-features",
    holds: ({ wideFeatures }) => wideFeatures > 100,
    values: ({ wideFeatures }) => ({ features: wideFeatures }),
    recommend: ["isolation-forest", "copod", "ecod"],
    distrust: DISTANCE_DETECTORS,
  },
  {
    id: "many-features-to-learn",
    holds: ({ wideFeatures }) => wideFeatures > 100,
    values: ({ wideFeatures }) => ({ features: wideFeatures }),
    recommend: [],
    distrust: ["autoencoder", "gan", "mcd"],
  },
  {
    id: "only-words",
    holds: ({ numericColumns, timeColumns, categoryColumns }) =>
      numericColumns + timeColumns === 0 && categoryColumns > 0,
    values: ({ categoryColumns }) => ({ columns: categoryColumns }),
    recommend: ["isolation-forest", "ecod", "copod"],
    distrust: [...DISTANCE_DETECTORS, UNSUSPICIOUS, ...RELATION_DETECTORS, "autoencoder"],
  },
  {
    id: "mostly-levels",
    holds: ({ wideFeatures, oneHotFeatures }) => oneHotFeatures >= 3 && oneHotFeatures >= 0.5 * wideFeatures,
    values: ({ wideFeatures, oneHotFeatures }) => ({ levels: oneHotFeatures, features: wideFeatures }),
    recommend: [],
    distrust: ["lof", "inne"],
  },
  {
    id: "duplicates",
    holds: ({ duplicateShare }) => duplicateShare >= 0.2,
    values: ({ duplicateShare }) => ({ percent: percent(duplicateShare) }),
    recommend: [],
    distrust: ["lof", "knn", "inne"],
  },
  {
    id: "missing",
    holds: ({ missingShare }) => missingShare > 0.3,
    values: ({ missingShare }) => ({ percent: percent(missingShare) }),
    recommend: [],
    distrust: [...DISTANCE_DETECTORS, UNSUSPICIOUS, ...RELATION_DETECTORS, "autoencoder", "gan"],
  },
  {
    id: "heavy-tails",
    holds: ({ heavyTails, numericColumns }) => heavyTails > 0 && heavyTails >= 0.25 * numericColumns,
    values: ({ heavyTails, numericColumns }) => ({ tails: heavyTails, columns: numericColumns }),
    recommend: ["robust-z", "ecod", "isolation-forest"],
    distrust: ["z-score", "mean-sd", "mahalanobis", "pca"],
  },
  {
    id: "half-equal",
    holds: ({ halfEqual, numericColumns }) => halfEqual > 0 && halfEqual >= 0.25 * numericColumns,
    values: ({ halfEqual, numericColumns }) => ({ equal: halfEqual, columns: numericColumns }),
    recommend: [],
    distrust: ["robust-z", "iqr"],
  },
  {
    id: "sampled-neighbours",
    holds: (facts) => !comparesAll(facts),
    values: ({ rows }) => ({ rows }),
    recommend: [],
    distrust: ["knn", "lof"],
  },
  {
    id: "sampled-boundary",
    holds: ({ rows }) => rows > 20_000,
    values: ({ rows }) => ({ rows }),
    recommend: [],
    distrust: ["one-class-svm"],
  },
  {
    id: "one-pass",
    holds: ({ rows }) => rows >= 100_000,
    values: ({ rows }) => ({ rows }),
    recommend: ["copod", "hbos"],
    distrust: [],
  },
  {
    // Of all that was measured on labelled tables, this one and the next together rank best.
    id: "unsuspicious",
    holds: ({ rows, features }) => rows >= 50 && features > 1,
    values: ({ rows }) => ({ rows }),
    recommend: [UNSUSPICIOUS],
    distrust: [],
  },
  {
    id: "enough-to-train",
    holds: ({ rows, features, wideFeatures }) => rows >= 300 && features > 1 && wideFeatures <= 100,
    values: ({ rows, wideFeatures }) => ({ rows, features: wideFeatures }),
    recommend: ["autoencoder"],
    distrust: [],
  },
  {
    id: "splits",
    holds: ({ rows, features }) => rows >= 50 && features > 0,
    values: () => ({}),
    recommend: ["isolation-forest"],
    distrust: [],
  },
  {
    id: "relations",
    holds: ({ rows, features, numericColumns }) =>
      numericColumns >= 2 && features <= 100 && rows >= Math.max(50, 10 * features),
    values: ({ rows, features }) => ({ rows, features }),
    recommend: ["mcd"],
    distrust: [],
  },
  {
    id: "neighbours",
    holds: (facts) => facts.features > 1 && facts.wideFeatures <= 100 && facts.rows >= 100 && comparesAll(facts),
    values: ({ rows, wideFeatures }) => ({ rows, features: wideFeatures }),
    recommend: ["knn"],
    distrust: [],
  },
  {
    // On labelled tables of many kinds it ranks last of the classical detectors: strangers are mostly far off.
    id: "only-local",
    holds: () => true,
    values: () => ({}),
    recommend: [],
    distrust: ["lof"],
  },
];
