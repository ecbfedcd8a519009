import { add, cast, gather, isAtMost, over, reshape, where } from "../../core/onnx/arithmetic";
import { defineOnnxExport } from "../../core/onnx/onnx-export";
import { squaresTo } from "../clustering/centres-onnx";
import type { BallModel } from "./inne";

/** A ball reaches to another centre exactly: a sum in another order must not put that one outside. */
const ROUNDING = 1e-12;

/** The mean over the sets of the isolation of the smallest ball that covers a row, 1 where none does. */
export const ballsOnnx = defineOnnxExport<BallModel>({
  score(graph, seen, { centres, reach, isolation, perSet }) {
    const sets = reach.length / perSet;
    const squares = squaresTo(graph, seen, centres);
    const limit = graph.doubles(reach.map((square) => square * (1 + ROUNDING)), [1, reach.length]); // prettier-ignore
    const covers = reshape(graph, cast(graph, isAtMost(graph, squares, limit), "float"), [-1, sets, perSet]);
    const smallest = graph.node("ArgMax", [covers], { axis: 2, keepdims: 0 });
    const isAny = cast(graph, over(graph, "ReduceMax", covers, 2), "truth");
    const firsts = graph.wholes(Array.from({ length: sets }, (_, set) => set * perSet), [1, sets]); // prettier-ignore
    const own = gather(graph, graph.doubles(isolation), add(graph, smallest, firsts));
    return over(graph, "ReduceMean", where(graph, isAny, own, 1), 1);
  },
  numbersPerRow: ({ centres }) => 2 * centres.length,
});
