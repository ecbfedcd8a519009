import { add, div, largest, mul, root, square, sub, sum } from "../../core/onnx/arithmetic";
import type { Graph, Value } from "../../core/onnx/graph";
import { defineOnnxExport } from "../../core/onnx/onnx-export";
import type { SeenValues } from "../../core/onnx/recipe-graph";
import { zeros } from "../zeros-onnx";
import type { ColumnUnits } from "./column-units";
import type { Ellipsoid } from "./ellipsoid";
import { axesOf, type PcaModel } from "./pca";

import type { PrincipalAxes } from "./principal-axes";

/** Rows counted in units from the centre; 0 where a column has no say. */
export function inUnitsOnnx(graph: Graph, { double, width }: SeenValues, { centre, unit }: ColumnUnits): Value {
  const off = sub(graph, double, graph.doubles(centre, [1, width]));
  const whole = div(graph, off, graph.doubles(unit.map((length) => (length > 0 ? length : 1)), [1, width])); // prettier-ignore
  if (unit.every((length) => length > 0)) return whole;
  return mul(graph, whole, graph.doubles(unit.map((length) => Number(length > 0)), [1, width])); // prettier-ignore
}

/** Axes `from` to `to` (excluded), as columns [width, axes], or as rows. */
function axesAs(graph: Graph, { axes, width }: PrincipalAxes, from: number, to: number, as: "columns" | "rows"): Value {
  const rows = axes.subarray(from * width, to * width);
  if (as === "rows") return graph.doubles(rows, [to - from, width]);
  const turned = Array.from({ length: rows.length }, (_, at) => rows[(at % (to - from)) * width + Math.floor(at / (to - from))]!); // prettier-ignore
  return graph.doubles(turned, [width, to - from]);
}

const product = (graph: Graph, a: Value, b: Value) => graph.node("MatMul", [a, b]);

/** The length of a row in which each direction counts in its own spread. */
export const ellipsoidOnnx = defineOnnxExport<Ellipsoid>({
  score(graph, seen, model) {
    const { inverse, beyond } = model;
    const z = inUnitsOnnx(graph, seen, model);
    const parts: Value[] = [];
    if (beyond > 0) parts.push(mul(graph, sum(graph, square(graph, z), 1), beyond));
    if (inverse.length > 0) {
      const along = product(graph, z, axesAs(graph, model, 0, inverse.length, "columns"));
      const weights = graph.doubles(inverse.map((value) => value - beyond), [1, inverse.length]); // prettier-ignore
      parts.push(sum(graph, mul(graph, square(graph, along), weights), 1));
    }
    const [first, second] = parts;
    if (!first) return zeros(graph, seen);
    return root(graph, largest(graph, second ? add(graph, first, second) : first, 0));
  },
});

/** The measures of `lengthsIn`, each by its own formula. */
export const pcaOnnx = defineOnnxExport<PcaModel>({
  score(graph, seen, model) {
    const { variances, measure } = model;
    const all = variances.length;
    if (all === 0 && measure !== "off") return zeros(graph, seen);
    const z = inUnitsOnnx(graph, seen, model);
    if (measure === "ends") {
      const total = variances.reduce((before, variance) => before + variance, 0);
      const along = product(graph, z, axesAs(graph, model, 0, all, "columns"));
      const squares = add(graph, sum(graph, square(graph, z), 1, true), 1);
      const distances = root(graph, largest(graph, sub(graph, squares, mul(graph, along, 2)), 0));
      return sum(graph, mul(graph, distances, graph.doubles(variances.map((one) => total / one), [1, all])), 1); // prettier-ignore
    }
    const [from, to] = axesOf(model);
    if (from >= to) return measure === "off" ? root(graph, sum(graph, square(graph, z), 1)) : zeros(graph, seen);
    const along = product(graph, z, axesAs(graph, model, from, to, "columns"));
    if (measure === "off") {
      const rebuilt = product(graph, along, axesAs(graph, model, from, to, "rows"));
      return root(graph, sum(graph, square(graph, sub(graph, z, rebuilt)), 1));
    }
    const spreads = graph.doubles(variances.slice(from, to), [1, to - from]);
    return root(graph, sum(graph, div(graph, square(graph, along), spreads), 1));
  },
});
