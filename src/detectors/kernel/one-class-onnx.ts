import { add, div, isLess, mul, sub, sum, where } from "../../core/onnx/arithmetic";
import { defineOnnxExport } from "../../core/onnx/onnx-export";
import { squaresOf } from "../neighbours/squares-onnx";
import type { OneClassModel } from "./boundary";
import { MAX_EXPONENT, STEPS_PER_UNIT } from "./rbf";

/** rho less the weighted kernels of all carriers, e^-x to the same digits as `rbf` has. */
export const oneClassOnnx = defineOnnxExport<OneClassModel>({
  score(graph, seen, { points, weights, gamma, rho }) {
    const x = mul(graph, squaresOf(graph, seen.double, points), gamma);
    const isNear = isLess(graph, x, MAX_EXPONENT);
    const near = where(graph, isNear, x, 0);
    const step = div(graph, graph.node("Floor", [mul(graph, near, STEPS_PER_UNIT)]), STEPS_PER_UNIT);
    const rest = sub(graph, near, step);
    // 1 - rest (1 - rest (1/2 - rest / 6)): the last steps of the power series.
    const last = sub(graph, 0.5, mul(graph, rest, 1 / 6));
    const middle = sub(graph, 1, mul(graph, rest, last));
    const series = sub(graph, 1, mul(graph, rest, middle));
    const power = graph.node("Exp", [mul(graph, step, -1)]);
    const kernel = where(graph, isNear, mul(graph, power, series), 0);
    const total = sum(graph, mul(graph, kernel, graph.doubles(weights, [1, weights.length])), 1);
    return add(graph, mul(graph, total, -1), rho);
  },
  numbersPerRow: ({ points }) => 8 * points.count,
});
