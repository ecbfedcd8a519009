import { add, cast, div, mul, sum, valueOf } from "../../core/onnx/arithmetic";
import { doubleTensor, type Graph, ML_DOMAIN, type Value } from "../../core/onnx/graph";
import { defineOnnxExport } from "../../core/onnx/onnx-export";
import type { SeenValues } from "../../core/onnx/recipe-graph";
import { zeros } from "../zeros-onnx";
import type { VotingForest } from "./classification-tree";
import type { IsolationForest } from "./isolation-tree";

interface Trees extends Pick<VotingForest, "roots" | "feature" | "threshold" | "child"> {
  /** What a tree says of a row that ends in the node. */
  readonly says: Float32Array;
}

/**
 * The sum over all trees of what each says of a row: [rows]. Each tree answers for itself, because what it says are 32-bit
 * numbers and the operator adds them up as such; added as doubles they make the scores of the app to the last digits.
 */
function treesOnnx(graph: Graph, { double }: SeenValues, { roots, feature, threshold, child, says }: Trees): Value {
  const nodes = feature.length;
  const treeOf = new Array<number>(nodes);
  const placeIn = new Array<number>(nodes);
  roots.forEach((first, tree) => {
    const end = roots[tree + 1] ?? nodes;
    for (let node = first; node < end; node++) [treeOf[node], placeIn[node]] = [tree, node - first];
  });
  const isLeaf = (node: number) => feature[node]! < 0; // one of the nodes
  const every = <T>(value: (node: number) => T): T[] => Array.from({ length: nodes }, (_, node) => value(node));
  const leaves = every((node) => node).filter(isLeaf);
  const attributes = {
    n_targets: roots.length,
    aggregate_function: "SUM",
    nodes_treeids: { wholes: treeOf },
    nodes_nodeids: { wholes: placeIn },
    nodes_featureids: { wholes: every((node) => (isLeaf(node) ? 0 : feature[node]!)) }, // one of the nodes
    nodes_modes: { words: every((node) => (isLeaf(node) ? "LEAF" : "BRANCH_LEQ")) },
    nodes_values_as_tensor: { tensor: doubleTensor(every((node) => (isLeaf(node) ? 0 : threshold[node]!))) }, // one of the nodes
    nodes_truenodeids: { wholes: every((node) => (isLeaf(node) ? 0 : placeIn[child[node]!]!)) }, // a child is a node
    nodes_falsenodeids: { wholes: every((node) => (isLeaf(node) ? 0 : placeIn[child[node]! + 1]!)) }, // and so is the other
    target_treeids: { wholes: leaves.map((node) => treeOf[node]!) }, // one of the nodes
    target_nodeids: { wholes: leaves.map((node) => placeIn[node]!) }, // one of the nodes
    target_ids: { wholes: leaves.map((node) => treeOf[node]!) }, // one of the nodes
    target_weights_as_tensor: { tensor: doubleTensor(leaves.map((node) => says[node]!)) }, // one of the nodes
  };
  const byTree = graph.node("TreeEnsembleRegressor", [double], attributes, ML_DOMAIN);
  return sum(graph, cast(graph, byTree, "double"), 1);
}

/** 2^(-mean path / usual path). */
export const isolationForestOnnx = defineOnnxExport<IsolationForest>({
  score(graph, seen, { path, usual, ...trees }) {
    if (!(usual > 0)) return add(graph, zeros(graph, seen), 0.5);
    const paths = treesOnnx(graph, seen, { ...trees, says: path });
    const mean = div(graph, paths, trees.roots.length);
    return graph.node("Pow", [valueOf(graph, 2), mul(graph, div(graph, mean, usual), -1)]);
  },
  numbersPerRow: ({ roots }) => 2 * roots.length,
});

/** The mean vote. */
export const randomForestOnnx = defineOnnxExport<VotingForest>({
  score: (graph, seen, { vote, ...trees }) =>
    div(graph, treesOnnx(graph, seen, { ...trees, says: vote }), trees.roots.length),
  numbersPerRow: ({ roots }) => 2 * roots.length,
});
