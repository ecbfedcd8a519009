import type { GradSaveFunc, Tensor, Tensor1D, Tensor2D } from "@tensorflow/tfjs-core";
import { activate, slopeTimes, type Activation } from "./activation";
import type { Tf } from "../backend/tf";

/**
 * activation(x · kernel + bias) as one op with a gradient of its own. Its gradient transposes before it multiplies:
 * tfjs-wasm multiplies transposed or stacked operands without SIMD, ten times slower. And tfjs-core's bundle for
 * Node has no gradients registered at all. With `through` false no gradient is worked out for `x`: the first layer
 * needs none.
 */
export function dense(
  tf: Tf,
  x: Tensor2D,
  kernel: Tensor2D,
  bias: Tensor1D,
  activation: Activation,
  through: boolean,
): Tensor2D {
  const inputs = through ? [kernel, bias, x] : [kernel, bias];
  return tf.customGrad<Tensor2D>((...args: (Tensor | GradSaveFunc)[]) => {
    // tfjs passes the inputs and, last, a function that keeps tensors for the way back.
    const save = args[args.length - 1] as GradSaveFunc;
    // Of rank 2, as its operands are.
    const value = activate(tf, activation, tf.fused.matMul({ a: x, b: kernel, bias }) as Tensor2D);
    save([x, kernel, value]);
    return {
      value,
      gradFunc: (dy: Tensor2D, saved: Tensor[]) => {
        // Saved above, in this order.
        const [input, weights, output] = saved as [Tensor2D, Tensor2D, Tensor2D];
        const dz = slopeTimes(tf, activation, output, dy);
        const forWeights = [tf.matMul(tf.transpose(input), dz), tf.sum(dz, 0)];
        return through ? [...forWeights, tf.matMul(dz, tf.transpose(weights))] : forWeights;
      },
    };
  })(...inputs);
}
