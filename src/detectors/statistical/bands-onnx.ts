import { div, gather, isGreater, largest, over, sub, sum, where } from "../../core/onnx/arithmetic";
import { defineOnnxExport } from "../../core/onnx/onnx-export";
import type { ColumnBands } from "./column-bands";
import { zeros } from "../zeros-onnx";

/** Distances beyond the bands of all columns that vary, and the farthest of them or their mean. */
export const bandsOnnx = defineOnnxExport<ColumnBands>({
  score(graph, seen, { low, high, unit, combine, side }) {
    const varying = [...unit.keys()].filter((feature) => unit[feature]! > 0); // its own keys
    if (varying.length === 0) return zeros(graph, seen);
    const row = (values: Float64Array) => graph.doubles(varying.map((feature) => values[feature]!), [1, varying.length]); // prettier-ignore
    const x = varying.length === seen.width ? seen.double : gather(graph, seen.double, graph.wholes(varying), 1);
    const above = () => div(graph, sub(graph, x, row(high)), row(unit));
    const below = () => div(graph, sub(graph, row(low), x), row(unit));
    const distance = side === "both" ? largest(graph, above(), below()) : side === "high" ? above() : below();
    const farthest = over(graph, "ReduceMax", distance, 1);
    if (combine === "max") return farthest;
    const total = sum(graph, largest(graph, distance, 0), 1);
    return where(graph, isGreater(graph, total, 0), div(graph, total, unit.length), farthest);
  },
});
