import { add, largest, mul, sub, sum, square } from "../../core/onnx/arithmetic";
import type { Graph, Value } from "../../core/onnx/graph";

/** Rows to compare with, `width` numbers each. */
export interface ComparedRows {
  readonly values: Float32Array;
  readonly count: number;
  readonly width: number;
}

/**
 * Squared distances [rows, compared] by one product of matrices: |a|² - 2ab + |b|², measured from the middle of the
 * compared rows, so that little is lost where they lie far from 0.
 */
export function squaresOf(graph: Graph, x: Value, { values, count, width }: ComparedRows): Value {
  const middle = new Float64Array(width);
  for (let at = 0; at < values.length; at++) middle[at % width]! += values[at]! / count; // at < count * width
  const centred = Float64Array.from(values, (value, at) => value - middle[at % width]!); // as wide
  const turned = new Float64Array(centred.length);
  const lengths = new Float64Array(count);
  for (let row = 0; row < count; row++)
    for (let j = 0; j < width; j++) {
      const value = centred[row * width + j]!; // a row of the compared
      turned[j * count + row] = value;
      lengths[row]! += value * value; // row < count
    }
  const own = sub(graph, x, graph.doubles(middle, [1, width]));
  const product = graph.node("MatMul", [own, graph.doubles(turned, [width, count])]);
  const ownLength = sum(graph, square(graph, own), 1, true);
  const whole = add(graph, sub(graph, graph.doubles(lengths, [1, count]), mul(graph, product, 2)), ownLength);
  return largest(graph, whole, 0);
}
