/** With fewer steps for each weight nothing is learned. */
const STEPS_PER_WEIGHT = 12;

/**
 * How numbers around 0 follow from those before them: the weights of an autoregression (Burg 1975), of an order that
 * Akaike's criterion chooses (corrected for few numbers: Hurvich & Tsai 1989), at most `most`. Linear in the numbers, times the order.
 */
export function burg(values: Float64Array, most: number): Float64Array {
  const count = values.length;
  const forward = values.slice();
  const backward = values.slice();
  let variance = values.reduce((sum, one) => sum + one * one, 0) / Math.max(1, count);
  let weights: Float64Array = new Float64Array(0);
  let best = { weights, criterion: count * Math.log(Math.max(variance, Number.MIN_VALUE)) };
  const orders = Math.min(most, Math.floor(count / STEPS_PER_WEIGHT));
  for (let order = 1; order <= orders && variance > 0; order++) {
    let [both, squares] = [0, 0];
    for (let at = order; at < count; at++) {
      const [ahead, behind] = [forward[at]!, backward[at - 1]!]; // at < count
      both += ahead * behind;
      squares += ahead * ahead + behind * behind;
    }
    if (!(squares > 0)) break;
    const reflection = (2 * both) / squares;
    for (let at = count - 1; at >= order; at--) {
      const [ahead, behind] = [forward[at]!, backward[at - 1]!];
      forward[at] = ahead - reflection * behind;
      backward[at] = behind - reflection * ahead;
    }
    const before = weights;
    weights = Float64Array.from({ length: order }, (_, lag) =>
      lag === order - 1 ? reflection : before[lag]! - reflection * before[order - 2 - lag]!,
    );
    variance *= 1 - reflection * reflection;
    const criterion =
      count * Math.log(Math.max(variance, Number.MIN_VALUE)) + (2 * order * count) / (count - order - 2);
    if (criterion < best.criterion) best = { weights, criterion };
  }
  return best.weights;
}
