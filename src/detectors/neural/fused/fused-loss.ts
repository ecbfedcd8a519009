import type { ErrorKind } from "../training/error-kinds";

/** Rows that a network reads and the numbers that it is to answer, one row after the other. */
export interface PlainBatch {
  readonly read: Float32Array;
  readonly wanted: Float32Array;
}

/** What `trimmedError` is of plain numbers. */
export interface FusedLoss {
  readonly loss: number;
  /** How the loss changes with each answer, laid out as the answers. */
  readonly slopes: Float32Array;
}

const LEAST_SHARE = 1e-6;

/** The error of an answer, and half of its slope. */
const errors: { readonly [K in ErrorKind]: (answer: number, wanted: number) => readonly [number, number] } = {
  squared: (answer, wanted) => [(answer - wanted) ** 2, answer - wanted],
  absolute: (answer, wanted) => [Math.abs(answer - wanted), Math.sign(answer - wanted) / 2],
  "cross-entropy"(answer, wanted) {
    const share = Math.min(1 - LEAST_SHARE, Math.max(LEAST_SHARE, answer));
    const error = -wanted * Math.log(share) - (1 - wanted) * Math.log(1 - share);
    return [error, (answer - wanted) / (2 * share * (1 - share))];
  },
};

/**
 * The mean over rows of the mean error between answers [rows, wide] and what was wanted [rows, columns], without the worst
 * `trimmed` of the rows (rounded down); rows with equal errors stay or go together.
 */
export function fusedLoss(
  answers: Float32Array,
  wide: number,
  wanted: Float32Array,
  columns: number,
  { error, trimmed }: { readonly error: ErrorKind; readonly trimmed: number },
): FusedLoss {
  const rows = answers.length / wide;
  const slopes = new Float32Array(answers.length);
  const means = new Float32Array(rows);
  const errorOf = errors[error];
  for (let row = 0; row < rows; row++) {
    let sum = 0;
    for (let j = 0; j < columns; j++) {
      const at = row * wide + j;
      const [own, slope] = errorOf(answers[at]!, wanted[row * columns + j]!); // inside both
      sum += own;
      slopes[at] = slope;
    }
    means[row] = sum / columns;
  }
  const kept = rows - Math.floor(rows * trimmed);
  const worst = kept < rows ? means.toSorted()[kept - 1]! : Infinity; // kept >= 1
  const inside = means.reduce((count, mean) => count + (mean <= worst ? 1 : 0), 0);
  let loss = 0;
  for (let row = 0; row < rows; row++) {
    const stays = means[row]! <= worst; // row < rows
    if (stays) loss += means[row]! / inside; // row < rows
    const weight = stays ? 2 / (inside * columns) : 0;
    for (let at = row * wide; at < (row + 1) * wide; at++) slopes[at]! *= weight;
  }
  return { loss, slopes };
}
