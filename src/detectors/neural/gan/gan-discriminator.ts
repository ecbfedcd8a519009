import type { Tensor, Tensor2D } from "@tensorflow/tfjs-core";
import type { GanSpecs } from "./gan-params";
import { forward, initialWeights, weightShapesOf, type Network } from "../network";
import { sizeOf } from "../layers/layer";
import type { Carried } from "../training/trainable-network";
import { firstDirection, nextDirection, normalKernel, spectrallyNormal } from "../ops/spectral";
import type { Tf } from "../backend/tf";

/**
 * The weights of a discriminator to start from, and the directions of its kernels, which are carried: after the kernel
 * and the bias of every layer that has them, a network's tensors hold one direction for each kernel.
 */
export function newDiscriminator(
  { discriminator }: GanSpecs,
  random: () => number,
): { readonly initial: readonly Float32Array[]; readonly carried: Carried } {
  const initial = initialWeights(discriminator, random);
  const [kernels, shapes] = [everySecond(initial), everySecond(weightShapesOf(discriminator))];
  return {
    initial,
    carried: {
      shapes: shapes.map((shape) => [sizeOf(shape.slice(0, -1)), 1]),
      initial: kernels.map((kernel, i) => firstDirection(kernel, shapes[i]?.at(-1) ?? 1, random)),
      next: (tf, weights, directions) =>
        // As many directions as kernels, of the shapes above.
        everySecond(weights).map((kernel, i) => nextDirection(tf, kernel, directions[i] as Tensor2D)),
    },
  };
}

/** Verdicts [rows, 1], high for rows that look real. Differentiable in the weights and in `rows`. */
export function verdictsOn(tf: Tf, { discriminator }: GanSpecs, tensors: readonly Tensor[], rows: Tensor2D): Tensor2D {
  const count = weightShapesOf(discriminator).length;
  const weights = tensors
    .slice(0, count)
    // A direction for each kernel follows the weights.
    .map((weight, i) => (i % 2 ? weight : spectrallyNormal(tf, weight, tensors[count + i / 2] as Tensor2D)));
  return forward(tf, discriminator, weights, rows, { through: true });
}

/** What a trained discriminator sees in a row before it evaluates: its layers but the last, kernels as they were used. */
export function featureNetwork({ discriminator }: GanSpecs, tensors: readonly Float32Array[]): Network {
  const spec = { inputs: discriminator.inputs, layers: discriminator.layers.slice(0, -1) };
  const directions = tensors.slice(weightShapesOf(discriminator).length);
  const weights = everySecond(weightShapesOf(spec)).flatMap((_, i) => {
    const [kernel, bias, direction] = [tensors[2 * i], tensors[2 * i + 1], directions[i]];
    if (!kernel || !bias || !direction) throw new Error("weights do not fit the spec");
    return [normalKernel(kernel, bias.length, direction), bias];
  });
  return { spec, weights };
}

/** Kernels stand before their biases. */
function everySecond<T>(weights: readonly T[]): T[] {
  return weights.filter((_, i) => i % 2 === 0);
}
