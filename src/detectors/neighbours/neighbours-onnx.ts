import type { Note } from "../../core/data/note";
import { add, cast, columnsOf, div, gather, isAtMost, largest, mul, over, reshape, root, smallest, square, sub, sum, where } from "../../core/onnx/arithmetic"; // prettier-ignore
import type { Graph, Value } from "../../core/onnx/graph";
import { defineOnnxExport } from "../../core/onnx/onnx-export";
import { inUnitsOnnx } from "../linear/axes-onnx";
import type { KdTree } from "./kd-tree";
import type { KnnModel } from "./knn";
import { type LofModel, MIN_MEAN_DISTANCE } from "./lof";
import { MAX_UNITS } from "./ordinary-units";
import { squaresOf } from "./squares-onnx";
import type { UnsuspiciousModel } from "./unsuspicious-neighbours";

/** Numbers of the rows to compare with, which all stand in the file: 100 MB. */
const MAX_NUMBERS = 25e6;
/** So many more than wanted are looked at closely: by the quick formula, some of the nearest may seem a little too far. */
const MAX_SPARE = 16;

/** Another way to compute a wave may miss 0 by its last bit; rows that differ do so by far more. */
const NO_DISTANCE = 1e-15;

/** The nearest rows, ascending: their squared distances, exact to the last bit but for the order of a sum, and which they are. */
function nearestOnnx(graph: Graph, x: Value, tree: KdTree, wanted: number): { squares: Value; rows: Value } {
  const { width, count } = tree;
  const roughly = squaresOf(graph, x, tree);
  const most = graph.wholes([Math.min(count, wanted + MAX_SPARE)]);
  const ascending = { axis: 1, largest: 0, sorted: 1 };
  const [, near = roughly] = graph.several("TopK", [roughly, most], 2, ascending);
  const rows = gather(graph, graph.floats(tree.values, [count, width]), near);
  const gaps = sub(graph, cast(graph, rows, "double"), reshape(graph, x, [-1, 1, width]));
  const exact = sum(graph, square(graph, gaps), 2);
  const [squares = exact, places = near] = graph.several("TopK", [exact, graph.wholes([wanted])], 2, ascending);
  return { squares, rows: graph.node("GatherElements", [near, places], { axis: 1 }) };
}

/** Distances to the nearest others: a row of the table is not its own neighbour, and of the nearest at no distance one is it. */
function distancesOnnx(graph: Graph, x: Value, tree: KdTree, neighbours: number, of: KnnModel["distance"]): Value {
  const size = Math.min(tree.count, neighbours + 1);
  const { squares } = nearestOnnx(graph, x, tree, size);
  const distances = root(graph, squares);
  const at = (place: number) => reshape(graph, columnsOf(graph, distances, place, place + 1), [-1]);
  const [own, last] = [at(0), at(size - 1)];
  if (size === 1) return own;
  const isItself = isAtMost(graph, own, NO_DISTANCE);
  const isMore = size > neighbours;
  const farthest = isMore ? where(graph, isItself, last, at(size - 2)) : last;
  if (of === "farthest") return farthest;
  const total = sum(graph, distances, 1);
  const others = isMore ? where(graph, isItself, total, sub(graph, total, last)) : total;
  const count = where(graph, isItself, size - 1, isMore ? size - 1 : size);
  return div(graph, others, count);
}

function tooLarge({ tree }: { readonly tree: KdTree }): Note | null {
  const numbers = tree.count * tree.width;
  return numbers > MAX_NUMBERS
    ? { code: "onnx.too-many-rows", values: { rows: tree.count, columns: tree.width } }
    : null;
}

const numbersPerRow = ({ tree, neighbours }: { readonly tree: KdTree; readonly neighbours: number }) =>
  4 * tree.count + 3 * (neighbours + MAX_SPARE) * tree.width;

export const knnOnnx = defineOnnxExport<KnnModel>({
  score: (graph, seen, { tree, neighbours, distance }) => distancesOnnx(graph, seen.double, tree, neighbours, distance),
  whyNot: tooLarge,
  numbersPerRow,
});

export const unsuspiciousOnnx = defineOnnxExport<UnsuspiciousModel>({
  score(graph, seen, { units, tree, neighbours }) {
    const z = smallest(graph, largest(graph, inUnitsOnnx(graph, seen, units), -MAX_UNITS), MAX_UNITS);
    // As the rows to compare with were laid out.
    const counted = cast(graph, cast(graph, z, "float"), "double");
    return distancesOnnx(graph, counted, tree, neighbours, "farthest");
  },
  whyNot: tooLarge,
  numbersPerRow,
});

/** A row that equals one of the table has its factor; another is as dense as its neighbours say. */
export const lofOnnx = defineOnnxExport<LofModel>({
  score(graph, seen, { tree, neighbours, reach, density, factors }) {
    const { squares, rows } = nearestOnnx(graph, seen.double, tree, Math.min(tree.count, neighbours));
    const reaches = largest(graph, root(graph, squares), gather(graph, graph.doubles(reach), rows));
    const dense = over(graph, "ReduceMean", gather(graph, graph.doubles(density), rows), 1);
    const distance = over(graph, "ReduceMean", reaches, 1);
    const factor = mul(graph, dense, add(graph, distance, MIN_MEAN_DISTANCE));
    const nearest = reshape(graph, columnsOf(graph, squares, 0, 1), [-1]);
    const own = gather(graph, graph.doubles(factors), reshape(graph, columnsOf(graph, rows, 0, 1), [-1]));
    return where(graph, isAtMost(graph, root(graph, nearest), NO_DISTANCE), own, factor);
  },
  whyNot: tooLarge,
  numbersPerRow,
});
