import { gather, mul, over, reshape, root, square, sub, sum } from "../../core/onnx/arithmetic";
import type { Graph, Value } from "../../core/onnx/graph";
import { defineOnnxExport } from "../../core/onnx/onnx-export";
import type { SeenValues } from "../../core/onnx/recipe-graph";
import type { ClusterModel } from "./cblof";
import type { KMeansModel } from "./k-means";

/** Squared distances [rows, centres] to centres that stand one after the other. */
export function squaresTo(graph: Graph, { double, width }: SeenValues, centres: ArrayLike<number>): Value {
  const gaps = sub(graph, reshape(graph, double, [-1, 1, width]), graph.doubles(centres, [1, centres.length / width, width])); // prettier-ignore
  return sum(graph, square(graph, gaps), 2);
}

export const kMeansOnnx = defineOnnxExport<KMeansModel>({
  score: (graph, seen, { centroids }) => root(graph, over(graph, "ReduceMin", squaresTo(graph, seen, centroids), 1)),
  numbersPerRow: ({ centroids }) => 2 * centroids.length,
});

/** A row of a large cluster has its own centre as the nearest large one, so that nothing has to be decided. */
export const cblofOnnx = defineOnnxExport<ClusterModel>({
  score(graph, seen, { centroids, width, large, shares, weighted }) {
    const ofLarge = squaresTo(graph, seen, centroids.subarray(0, large * width));
    const distance = root(graph, over(graph, "ReduceMin", ofLarge, 1));
    if (!weighted) return distance;
    const own = graph.node("ArgMin", [squaresTo(graph, seen, centroids)], { axis: 1, keepdims: 0 });
    return mul(graph, distance, gather(graph, graph.doubles(shares), own));
  },
  numbersPerRow: ({ centroids }) => 4 * centroids.length,
});
