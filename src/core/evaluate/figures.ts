/** The figures that a detector is judged by, in the order in which they are shown. */
export const figureNames = [
  "precision",
  "recall",
  "f1",
  "f-beta",
  "mcc",
  "average-precision",
  "roc-auc",
  "precision-at-k",
  "lift",
] as const;

export type FigureName = (typeof figureNames)[number];

/** Rows by what was flagged and what is strange; sums of weights where rows count for more or less than one. */
export interface Confusion {
  /** Flagged and strange. */
  readonly hits: number;
  /** Flagged, but ordinary. */
  readonly falseAlarms: number;
  /** Strange, but not flagged. */
  readonly missed: number;
  /** Ordinary and not flagged. */
  readonly rest: number;
}

/** What one pass over the rows in order tells: the confusion, the two areas, and the hits among the first k. */
export interface Tally extends Confusion {
  readonly averagePrecision: number;
  readonly rocAuc: number;
  readonly firstHits: number;
  readonly first: number;
}

/** F of precision and recall; recall counts `beta` times as much. 0 where nothing was found. */
export function fBeta({ hits, falseAlarms, missed }: Confusion, beta: number): number {
  const square = beta * beta;
  return ((1 + square) * hits) / ((1 + square) * hits + square * missed + falseAlarms);
}

/** Matthews' correlation of what is flagged and what is strange, -1 to 1; 0 where nothing or everything is flagged. */
export function mccOf({ hits, falseAlarms, missed, rest }: Confusion): number {
  const product = (hits + falseAlarms) * (hits + missed) * (rest + falseAlarms) * (rest + missed);
  return product > 0 ? (hits * rest - falseAlarms * missed) / Math.sqrt(product) : 0;
}

/** Every figure of a tally; NaN where it is not defined, such as precision where nothing is flagged. */
export function figuresOf(tally: Tally, beta: number): Readonly<Record<FigureName, number>> {
  const { hits, falseAlarms, missed, rest, firstHits, first } = tally;
  const share = (hits + missed) / (hits + falseAlarms + missed + rest);
  return {
    precision: hits / (hits + falseAlarms),
    recall: hits / (hits + missed),
    f1: fBeta(tally, 1),
    "f-beta": fBeta(tally, beta),
    mcc: mccOf(tally),
    "average-precision": tally.averagePrecision,
    "roc-auc": tally.rocAuc,
    "precision-at-k": firstHits / first,
    lift: firstHits / first / share,
  };
}
