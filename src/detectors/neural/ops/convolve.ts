import type { GradSaveFunc, Tensor, Tensor1D, Tensor4D } from "@tensorflow/tfjs-core";
import { activate, slopeTimes, type Activation } from "./activation";
import { inputGradient, kernelGradient } from "./convolve-gradients";
import { marginsOf, type Convolution } from "./margins";
import type { Tf } from "../backend/tf";

export interface ConvolvePlan extends Convolution {
  readonly activation: Activation;
  /** Whether the gradient of the images is needed, too. */
  readonly through: boolean;
}

/**
 * activation(x * kernel + bias) of images [samples, height, width, channels] and a kernel [height, width, channels,
 * filters] as one op with a gradient of its own: tfjs-wasm has no gradient of a convolution, and tfjs-core's bundle
 * for Node has none at all.
 */
export function convolve(tf: Tf, x: Tensor4D, kernel: Tensor4D, bias: Tensor1D, plan: ConvolvePlan): Tensor4D {
  const { stride, activation, through } = plan;
  const pad = marginsOf(tf, x.shape, kernel.shape, plan);
  const inputs = through ? [kernel, bias, x] : [kernel, bias];
  return tf.customGrad<Tensor4D>((...args: (Tensor | GradSaveFunc)[]) => {
    // tfjs passes the inputs and, last, a function that keeps tensors for the way back.
    const save = args[args.length - 1] as GradSaveFunc;
    const sums = tf.fused.conv2d({ x, filter: kernel, strides: stride, pad, bias });
    const value = activate(tf, activation, sums);
    save([x, kernel, value]);
    return {
      value,
      gradFunc: (dy: Tensor4D, saved: Tensor[]) => {
        // Saved above, in this order.
        const [input, weights, output] = saved as [Tensor4D, Tensor4D, Tensor4D];
        const dz = slopeTimes(tf, activation, output, dy);
        const forWeights = [kernelGradient(tf, input, dz, weights.shape, plan), biasGradient(tf, dz)];
        return through ? [...forWeights, inputGradient(tf, input.shape, dz, weights, plan)] : forWeights;
      },
    };
  })(...inputs);
}

/** The sum over all places, as a product with ones: tfjs-wasm would turn the whole tensor round to sum its first axes. */
function biasGradient(tf: Tf, dz: Tensor4D): Tensor1D {
  const filters = dz.shape[3];
  const places = dz.size / filters;
  return tf.reshape(tf.matMul(tf.ones([1, places]), tf.reshape(dz, [places, filters])), [filters]);
}
