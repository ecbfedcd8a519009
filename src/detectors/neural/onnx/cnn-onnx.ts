import type { Note } from "../../../core/data/note";
import { add, cast, div, mul, over, reshape, sub, sum } from "../../../core/onnx/arithmetic";
import type { Graph, Value } from "../../../core/onnx/graph";
import { defineOnnxExport } from "../../../core/onnx/onnx-export";
import type { CnnModel } from "../classifier/cnn";
import { transformationsOf } from "../classifier/transformations";
import { maxWidth, outputsOf } from "../network";
import { networkOnnx } from "./network-onnx";
import { clippedOnnx, NETWORK_ERROR, strangenessOnnx, whyNotNetworks } from "./scorer-onnx";

/** Numbers of all ways to turn a row round: 80 MB. */
const MAX_TURNS = 1e7;

export const cnnOnnx = defineOnnxExport<CnnModel>({
  score(graph, { float, width }, { network, clip, evidence }) {
    const read = clippedOnnx(graph, float, clip);
    const count = outputsOf(network.spec);
    if (evidence.kind === "classes") {
      const logits = cast(graph, networkOnnx(graph, network, read), "double");
      const most = over(graph, "ReduceMax", logits, 1, true);
      const rest = sum(graph, graph.node("Exp", [sub(graph, logits, most)]), 1);
      if (evidence.by === "probability") return sub(graph, 1, div(graph, 1, rest));
      const energy = add(graph, reshape(graph, most, [-1]), graph.node("Log", [rest]));
      return mul(graph, energy, -1);
    }
    const turned = turnedOnnx(graph, read, width, count, evidence.seed);
    const logits = networkOnnx(graph, network, turned);
    // The app keeps what is left of the mean as 32-bit numbers.
    const double = cast(graph, logits, "double");
    const off = sub(graph, double, over(graph, "ReduceMean", double, 1, true));
    const answers = reshape(graph, cast(graph, cast(graph, off, "float"), "double"), [-1, count * count]);
    return over(graph, "ReduceMean", strangenessOnnx(graph, evidence.usual, answers), 1);
  },
  whyNot({ network, evidence }): Note | null {
    const { inputs } = network.spec;
    if (evidence.kind === "transformations" && inputs ** 2 * outputsOf(network.spec) > MAX_TURNS)
      return { code: "onnx.too-wide", values: { columns: inputs } };
    return whyNotNetworks([network]);
  },
  numbersPerRow: ({ network, evidence }) =>
    (evidence.kind === "classes" ? 1 : outputsOf(network.spec)) * 4 * maxWidth(network.spec),
  error: NETWORK_ERROR,
});

/** Each row under each transformation, one after the other: [rows * count, width]. */
function turnedOnnx(graph: Graph, rows: Value, width: number, count: number, seed: number): Value {
  const table = new Float64Array(width * count * width);
  transformationsOf(width, count, seed).forEach((blocks, turn) => {
    for (const { features, matrix } of blocks)
      features.forEach((to, i) =>
        features.forEach((from, j) => {
          table[from * count * width + turn * width + to] = matrix[i * features.length + j]!; // of the block
        }),
      );
  });
  const all = graph.node("MatMul", [cast(graph, rows, "double"), graph.doubles(table, [width, count * width])]);
  return cast(graph, reshape(graph, all, [-1, width]), "float");
}
