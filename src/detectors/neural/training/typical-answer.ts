import { errorKinds, type ErrorKind } from "./error-kinds";

/** Turns of fitting and leaving out; the loss falls with each and has settled by then. */
const FITTING_TURNS = 4;

/**
 * The loss of a network that collapsed: the mean over rows of the mean error of a kind, the worst `trimmed` share of
 * the rows (rounded down) left out, when every row of `evaluated` is answered with the same values, the best ones for
 * `learnt` (means of the rows that are not left out, in turns: Rousseeuw & Van Driessen 1999; medians where the size of
 * the error counts). Rows of `width` numbers, one after the other; both sets must have some.
 */
export function typicalAnswerLoss(
  learnt: Float32Array,
  evaluated: Float32Array,
  width: number,
  trimmed: number,
  kind: ErrorKind = "squared",
): number {
  const best = kind === "absolute" ? medianOf : meanOf;
  let kept: readonly number[] = [...Array(learnt.length / width).keys()];
  let answer = best(learnt, width, kept);
  for (let turn = 0; trimmed > 0 && turn < FITTING_TURNS; turn++) {
    kept = bestRows(errorsOf(learnt, answer, kind), trimmed);
    answer = best(learnt, width, kept);
  }
  const errors = errorsOf(evaluated, answer, kind);
  const counted = bestRows(errors, trimmed);
  return counted.reduce((sum, row) => sum + (errors[row] ?? 0), 0) / counted.length;
}

function meanOf(rows: Float32Array, width: number, kept: readonly number[]): Float64Array {
  const mean = new Float64Array(width);
  for (const row of kept)
    for (let j = 0; j < width; j++) mean[j] = (mean[j] ?? 0) + (rows[row * width + j] ?? 0) / kept.length;
  return mean;
}

function medianOf(rows: Float32Array, width: number, kept: readonly number[]): Float64Array {
  return Float64Array.from({ length: width }, (_, j) => {
    const column = Float64Array.from(kept, (row) => rows[row * width + j] ?? 0).sort();
    return column[column.length >> 1] ?? 0;
  });
}

function errorsOf(rows: Float32Array, answer: Float64Array, kind: ErrorKind): Float64Array {
  const { of } = errorKinds[kind];
  const width = answer.length;
  const errors = new Float64Array(rows.length / width);
  for (let i = 0; i < rows.length; i++) {
    const row = Math.floor(i / width);
    errors[row] = (errors[row] ?? 0) + of(answer[i % width] ?? 0, rows[i] ?? 0) / width;
  }
  return errors;
}

function bestRows(errors: Float64Array, trimmed: number): readonly number[] {
  const order = [...errors.keys()].sort((a, b) => (errors[a] ?? 0) - (errors[b] ?? 0));
  return order.slice(0, errors.length - Math.floor(errors.length * trimmed));
}
