/** Turns of fitting and leaving out; the loss falls with each and has settled by then. */
const FITTING_TURNS = 4;

/**
 * The loss of a network that collapsed: the mean over rows of the mean squared error, the worst `trimmed` share of
 * the rows (rounded down) left out, when every row of `evaluated` is answered with the same values, the best ones for
 * `learnt` (means of the rows that are not left out, in turns: Rousseeuw & Van Driessen 1999). Rows of `width` numbers,
 * one after the other; both sets must have some.
 */
export function typicalAnswerLoss(
  learnt: Float32Array,
  evaluated: Float32Array,
  width: number,
  trimmed: number,
): number {
  let kept: readonly number[] = [...Array(learnt.length / width).keys()];
  let answer = meanOf(learnt, width, kept);
  for (let turn = 0; trimmed > 0 && turn < FITTING_TURNS; turn++) {
    kept = bestRows(errorsOf(learnt, answer), trimmed);
    answer = meanOf(learnt, width, kept);
  }
  const errors = errorsOf(evaluated, answer);
  const best = bestRows(errors, trimmed);
  return best.reduce((sum, row) => sum + (errors[row] ?? 0), 0) / best.length;
}

function meanOf(rows: Float32Array, width: number, kept: readonly number[]): Float64Array {
  const mean = new Float64Array(width);
  for (const row of kept)
    for (let j = 0; j < width; j++) mean[j] = (mean[j] ?? 0) + (rows[row * width + j] ?? 0) / kept.length;
  return mean;
}

function errorsOf(rows: Float32Array, answer: Float64Array): Float64Array {
  const width = answer.length;
  const errors = new Float64Array(rows.length / width);
  for (let i = 0; i < rows.length; i++) {
    const row = Math.floor(i / width);
    errors[row] = (errors[row] ?? 0) + ((rows[i] ?? 0) - (answer[i % width] ?? 0)) ** 2 / width;
  }
  return errors;
}

function bestRows(errors: Float64Array, trimmed: number): readonly number[] {
  const order = [...errors.keys()].sort((a, b) => (errors[a] ?? 0) - (errors[b] ?? 0));
  return order.slice(0, errors.length - Math.floor(errors.length * trimmed));
}
