import type { Tensor } from "@tensorflow/tfjs-core";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { seededRandom } from "../../../core/math/random";
import { randomRuns } from "../../../testing/random-runs";
import { inputGradientByConvolution, kernelGradient } from "./convolve-gradients";
import { startBackend, type Tf } from "../backend/tf";

let tf: Tf;
beforeAll(async () => {
  tf = await startBackend("cpu");
});

const few = (most: number) => fc.integer({ min: 1, max: most });
const convolutions = fc.record({
  x: fc.tuple(few(3), few(9), few(9), few(3)),
  window: fc.tuple(few(4), few(4)),
  filters: few(3),
  stride: fc.tuple(few(3), few(3)),
  padding: fc.constantFrom("same" as const, "valid" as const),
});

test("gradients by convolution are those of tfjs's own kernels, for any shape, stride and padding", () => {
  fc.assert(
    fc.property(convolutions, ({ x: shape, window, filters, stride, padding }) => {
      fc.pre(padding === "same" || (window[0] <= shape[1] && window[1] <= shape[2]));
      const random = seededRandom(9);
      const noise = (size: readonly number[]) => {
        const length = size.reduce((product, n) => product * n, 1);
        return tf.tensor4d(
          Float32Array.from({ length }, () => 2 * random() - 1),
          size as [number, number, number, number],
        );
      };
      tf.tidy(() => {
        const [x, kernel] = [noise(shape), noise([...window, shape[3], filters])];
        const dz = noise(tf.conv2d(x, kernel, stride, padding).shape);
        const plan = { stride, padding };
        const attrs = { strides: stride, pad: padding, dataFormat: "NHWC" };
        const [forKernel, forX] = [
          { ...attrs, filterShape: kernel.shape },
          { ...attrs, inputShape: shape },
        ];
        expectSame(
          kernelGradient(tf, x, dz, kernel.shape, plan),
          tf.engine().runKernel("Conv2DBackpropFilter", { x, dy: dz }, forKernel),
        );
        expectSame(
          inputGradientByConvolution(tf, x.shape, dz, kernel, plan),
          tf.engine().runKernel("Conv2DBackpropInput", { dy: dz, filter: kernel }, forX),
        );
      });
    }),
    randomRuns(150, 2),
  );
});

function expectSame(found: Tensor, expected: Tensor): void {
  expect(found.shape).toEqual(expected.shape);
  expect(Math.max(...tf.abs(tf.sub(found, expected)).dataSync())).toBeLessThan(1e-4);
}
