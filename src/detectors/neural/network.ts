import type { Tensor, Tensor1D, Tensor2D } from "@tensorflow/tfjs-core";
import { dense, type Activation } from "./dense";
import type { Tf } from "./tf";

export interface DenseLayer {
  readonly kind: "dense";
  readonly units: number;
  readonly activation: Activation;
}

/** What a network is made of; with its weights, all that is needed to build it again. */
export interface NetworkSpec {
  readonly inputs: number;
  readonly layers: readonly DenseLayer[];
}

/** A network as plain data: kernel [in, out] and bias [out] of each layer in turn. */
export interface Network {
  readonly spec: NetworkSpec;
  readonly weights: readonly Float32Array[];
}

/** Shapes of the weights, in their order. */
export function weightShapesOf(spec: NetworkSpec): readonly (readonly number[])[] {
  let inputs = spec.inputs;
  return spec.layers.flatMap(({ units }) => {
    const shapes = [[inputs, units], [units]];
    inputs = units;
    return shapes;
  });
}

/** Kernels and biases uniform in ±1/sqrt(inputs of the layer), PyTorch's default; Glorot with zero bias learned worse here. */
export function initialWeights(spec: NetworkSpec, random: () => number): Float32Array[] {
  let inputs = spec.inputs;
  return spec.layers.flatMap(({ units }) => {
    const limit = 1 / Math.sqrt(inputs);
    const draw = (length: number) => Float32Array.from({ length }, () => limit * (2 * random() - 1));
    const weights = [draw(inputs * units), draw(units)];
    inputs = units;
    return weights;
  });
}

/** Multiplications and additions for one sample forward; training costs about three times as much. */
export function workOf(spec: NetworkSpec): number {
  return weightShapesOf(spec).reduce((sum, shape) => sum + shape.reduce((product, size) => product * size, 1), 0);
}

/** The weights as tensors; the caller disposes them. */
export function weightTensors(tf: Tf, network: Network): Tensor[] {
  return weightShapesOf(network.spec).map((shape, i) => {
    const values = network.weights[i];
    if (!values) throw new Error("weights do not fit the spec");
    return tf.tensor(values, [...shape], "float32");
  });
}

/** Outputs [rows, units of the last layer] of `input` [rows, inputs]. Differentiable in the weights. */
export function forward(tf: Tf, spec: NetworkSpec, weights: readonly Tensor[], input: Tensor2D): Tensor2D {
  return spec.layers.reduce((x, { activation }, i) => {
    // `weightShapesOf` puts a kernel and a bias for each layer.
    const [kernel, bias] = [weights[2 * i] as Tensor2D, weights[2 * i + 1] as Tensor1D];
    return dense(tf, x, kernel, bias, activation, i > 0);
  }, input);
}
