import { selectQuantiles } from "../../math/quantile-select";
import { sizeOf } from "../course/robust";
import { boxScoresOf, freshOf, type BoxScores } from "./box-scores";

/** Steps on each side whose median a step is held against at first. */
const STEPS_AROUND = 3;
/** Deviations are cut short at so many usual sizes of them. */
const MAX_SIZES = 4;
/** Of ordinary steps this share lies within so many sizes; spikes are rarer than the rest. */
const ORDINARY_SHARE = 0.95;
const SIZE_OF_MOST = 1.96;

/**
 * `values` with single spikes cut short, so that none hides another or is taken for a stretch: at first what lies far from the
 * median of the steps around it (Hampel 1974), then, measured anew, what lies far from where the steps on both sides
 * put it. Levels, walks, swings and stretches of four steps stay as they are. Linear.
 */
export function tamed(values: Float64Array): Float64Array {
  const medians = runningMedian(values);
  const off = values.map((value, step) => Math.abs(value - medians[step]!)); // as many
  // Most steps of a swing are their own median: those at its turns tell how far from it is usual.
  const most = MAX_SIZES * Math.max(sizeOf(off), (selectQuantiles(off, [ORDINARY_SHARE])[0] ?? 0) / SIZE_OF_MOST);
  const rough = values.map((value, step) => {
    const median = medians[step]!; // as many
    return Math.max(median - most, Math.min(median + most, value));
  });
  const { heights } = heightsOf(values, rough);
  const far = MAX_SIZES * sizeOf(heights);
  return values.map((value, step) => {
    const height = heights[step]!; // as many
    return value - Math.sign(height) * Math.max(0, Math.abs(height) - far);
  });
}

/** How far each step lies from where the steps on both sides put it. */
export interface Heights {
  readonly heights: Float64Array;
  /** The same in the size that it usually has there: near an end one side alone tells, and less. */
  readonly scaled: Float64Array;
}

/** The heights of `values` over what the steps beside each of `tame` say. Linear. */
export function heightsOf(values: Float64Array, tame: Float64Array): Heights {
  const scores = boxScoresOf(tame);
  const { filter } = scores;
  const [heights, scaled] = [new Float64Array(values.length), new Float64Array(values.length)];
  const ahead = fromBehind(values, tame, scores);
  const squares = filter.map((_, most) => filter.subarray(0, most + 1).reduce((sum, one) => sum + one * one, 0));
  for (let step = 0; step < values.length; step++) {
    const isFirst = step < filter.length - 1;
    const scale = scores.scale[step]!; // a step, and so throughout
    const square = isFirst ? ahead.square[step]! : squares[Math.min(filter.length, values.length - step) - 1]!;
    const own = isFirst ? ahead.back[step]! : (scores.sums[step + 1]! - scores.sums[step]!) * scale;
    const height = own / square + values[step]! - tame[step]!;
    heights[step] = height;
    scaled[step] = (height * Math.sqrt(square)) / scale;
  }
  return { heights, scaled };
}

/** Of the first steps, before which too little is known: what those behind them say, as of the last steps of the series backwards. */
function fromBehind(values: Float64Array, tame: Float64Array, { filter }: BoxScores) {
  const order = filter.length - 1;
  const back = new Float64Array(order);
  const square = new Float64Array(order).fill(1);
  const turned = tame.slice(0, 2 * order + 1).reverse();
  const fresh = freshOf(turned, filter);
  for (let step = 0; step < Math.min(order, values.length - order); step++) {
    const at = turned.length - 1 - step;
    let [sum, squares] = [0, 0];
    for (let lag = 0; lag <= step && lag <= order; lag++) {
      sum += filter[lag]! * fresh[at + lag]!; // at + lag < length
      squares += filter[lag]! ** 2;
    }
    back[step] = sum;
    square[step] = squares;
  }
  return { back, square };
}

function runningMedian(values: Float64Array): Float64Array {
  const count = values.length;
  const near = new Float64Array(2 * STEPS_AROUND + 1);
  return values.map((_, step) => {
    const from = Math.max(0, Math.min(step - STEPS_AROUND, count - near.length));
    const to = Math.min(count, from + near.length);
    for (let at = from; at < to; at++) {
      // Each is put where it belongs among those before it.
      const value = values[at]!; // at < count
      let place = at - from;
      for (; place > 0 && near[place - 1]! > value; place--) near[place] = near[place - 1]!; // place > 0
      near[place] = value;
    }
    return near[(to - from) >> 1] ?? 0;
  });
}
