import type { Tensor, Tensor2D } from "@tensorflow/tfjs-core";
import type { LayerView } from "../../core/detect/training-view";
import { kindOf, type LayerSpec } from "./layers/kinds";
import { sizeOf, type Pass, type Shape } from "./layers/layer";
import type { Tf } from "./backend/tf";

/**
 * What a network is made of; with its weights, all that is needed to build it again. A sample is `inputs` numbers: for
 * images the first layer gives them their shape.
 */
export interface NetworkSpec {
  readonly inputs: number;
  readonly layers: readonly LayerSpec[];
}

/** A network as plain data: the weights of each layer in turn. */
export interface Network {
  readonly spec: NetworkSpec;
  readonly weights: readonly Float32Array[];
}

interface Placed {
  readonly layer: LayerSpec;
  /** Of one sample that comes out. */
  readonly shape: Shape;
  readonly weights: readonly Shape[];
  /** What they start from; null: chance. */
  readonly initial: readonly Float32Array[] | null;
  /** How often each weight is multiplied for one sample. */
  readonly times: number;
}

/** The layers in turn with their shapes. Throws where a layer does not fit the one before. */
function placedLayers({ inputs, layers }: NetworkSpec): readonly Placed[] {
  let input: Shape = [inputs];
  return layers.map((layer) => {
    const kind = kindOf(layer);
    const shape = kind.shapeOf(layer, input);
    const times = kind.timesOf?.(layer, input) ?? sizeOf(shape.slice(0, -1));
    const initial = kind.initialOf?.(layer, input) ?? null;
    const placed = { layer, shape, weights: kind.weightShapesOf(layer, input), initial, times };
    input = placed.shape;
    return placed;
  });
}

/** Shapes of the weights, in their order. */
export function weightShapesOf(spec: NetworkSpec): readonly Shape[] {
  return placedLayers(spec).flatMap(({ weights }) => weights);
}

/** Kernels and biases uniform in ±1/sqrt(inputs of a unit), PyTorch's default; Glorot with zero bias learned worse here. */
export function initialWeights(spec: NetworkSpec, random: () => number): Float32Array[] {
  return placedLayers(spec).flatMap(({ weights, initial }) => {
    if (initial) return initial;
    const limit = 1 / Math.sqrt(sizeOf(weights[0]?.slice(0, -1) ?? []));
    return weights.map((shape) => Float32Array.from({ length: sizeOf(shape) }, () => limit * (2 * random() - 1)));
  });
}

/** Multiplications and additions for one sample forward; training costs about three times as much. */
export function workOf(spec: NetworkSpec): number {
  return placedLayers(spec).reduce(
    (sum, { times, weights }) => sum + times * weights.reduce((size, weight) => size + sizeOf(weight), 0),
    0,
  );
}

/** Numbers that come out for one sample. */
export function outputsOf(spec: NetworkSpec): number {
  return sizeOf(placedLayers(spec).at(-1)?.shape ?? [spec.inputs]);
}

/** The most numbers that one sample ever is on its way through the network. */
export function maxWidth(spec: NetworkSpec): number {
  return Math.max(spec.inputs, ...placedLayers(spec).map(({ shape }) => sizeOf(shape)));
}

/** The layers as they are drawn. */
export function architectureOf(spec: NetworkSpec): readonly LayerView[] {
  return placedLayers(spec).map(({ layer, shape, weights }) => ({
    kind: layer.kind,
    shape,
    parameters: weights.reduce((sum, weight) => sum + sizeOf(weight), 0),
  }));
}

/** The weights as tensors; the caller disposes them. */
export function weightTensors(tf: Tf, network: Network): Tensor[] {
  return weightShapesOf(network.spec).map((shape, i) => {
    const values = network.weights[i];
    if (!values) throw new Error("weights do not fit the spec");
    return tf.tensor(values, [...shape], "float32");
  });
}

const ANSWERING_PASS: Pass = { through: false, random: null };

/**
 * Outputs [rows, numbers per output] of `input` [rows, inputs]. Differentiable in the weights and, where `pass` goes
 * through, in the input: for a network that stands behind another.
 */
export function forward(
  tf: Tf,
  spec: NetworkSpec,
  weights: readonly Tensor[],
  input: Tensor2D,
  pass: Partial<Pass> = ANSWERING_PASS,
): Tensor2D {
  const { through = false, random = null, ofBatch = false } = pass;
  let [x, used]: [Tensor, number] = [input, 0];
  for (const { layer, weights: shapes } of placedLayers(spec)) {
    const own = weights.slice(used, used + shapes.length);
    x = kindOf(layer).forward(tf, layer, x, own, { through: through || used > 0, random, ofBatch });
    used += shapes.length;
  }
  if (x.rank !== 2) throw new Error("a network ends with a dense or a flatten layer");
  return x as Tensor2D; // as just checked
}
