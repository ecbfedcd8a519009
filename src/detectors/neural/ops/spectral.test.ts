import type { Rank, Tensor, Tensor2D } from "@tensorflow/tfjs-core";
import { beforeAll, expect, test } from "vitest";
import { seededRandom } from "../../../core/math/random";
import { meanOf } from "../training/losses";
import { firstDirection, nextDirection, normalKernel, spectrallyNormal } from "./spectral";
import { startBackend, type Tf } from "../backend/tf";

let tf: Tf;
beforeAll(async () => {
  tf = await startBackend("cpu");
});

/** diag(3, 1, 0.5) turned by 30 degrees in its first two units: its largest singular value is 3. */
const kernel = Float32Array.from([
  3 * Math.cos(0.5),
  3 * Math.sin(0.5),
  0,
  -Math.sin(0.5),
  Math.cos(0.5),
  0,
  0,
  0,
  0.5,
]);

test("the first direction is the leading one, and the kernel's largest singular value becomes 1", () => {
  const u = firstDirection(kernel, 3, seededRandom(1));
  expect(Math.abs(u[0]!)).toBeCloseTo(1, 5);
  const normal = normalKernel(kernel, 3, u);
  expect(Math.hypot(...normal.subarray(0, 3))).toBeCloseTo(1, 4);
});

test("plain arrays and tensors agree, kernels of convolutions included", () => {
  const random = seededRandom(2);
  const values = Float32Array.from({ length: 36 }, () => random() - 0.5);
  const u = firstDirection(values, 3, random);
  const tensor = spectrallyNormal(tf, tf.tensor4d(values, [2, 2, 3, 3]), tf.tensor2d(u, [12, 1]));
  expect(tensor.shape).toEqual([2, 2, 3, 3]);
  for (const [i, value] of normalKernel(values, 3, u).entries()) expect(tensor.dataSync()[i]).toBeCloseTo(value, 5);
});

test("the direction follows a kernel that changes", () => {
  let u: Tensor2D = tf.tensor2d([0.1, 0.1, Math.sqrt(0.98)], [3, 1]);
  for (let step = 0; step < 10; step++) u = nextDirection(tf, tf.tensor2d(kernel, [3, 3]), u);
  expect(Math.abs(u.dataSync()[0]!)).toBeCloseTo(1, 4);
});

test("its gradient is the slope found by moving each number", () => {
  const random = seededRandom(3);
  const u = tf.tensor2d(firstDirection(kernel, 3, random), [3, 1]);
  // The mean of the output alone would have the same slope everywhere.
  const mix = tf.tensor2d(
    Float32Array.from({ length: 9 }, () => random() - 0.5),
    [3, 3],
  );
  const mixed = (values: Float32Array) =>
    tf.sum(tf.mul(spectrallyNormal(tf, tf.tensor2d(values.slice(), [3, 3]), u), mix)).dataSync()[0]!;
  const dense = tf.customGrad<Tensor2D>((x) => ({
    value: tf.mul<Tensor2D>(x as Tensor2D, mix),
    gradFunc: (dy: Tensor2D) => tf.mul(dy, mix),
  }));
  const { grad } = tf.valueAndGrad<Tensor2D, Tensor>((x) => meanOf(tf, dense(spectrallyNormal(tf, x, u))))(
    tf.tensor2d(kernel, [3, 3]),
  );
  for (const [i, slope] of grad.dataSync().entries()) {
    const [above, below] = [kernel.slice(), kernel.slice()];
    above[i]! += 1e-2;
    below[i]! -= 1e-2;
    expect(9 * slope).toBeCloseTo((mixed(above) - mixed(below)) / 2e-2, 3);
  }
});

test("a kernel of zeros stays as it is", () => {
  const still = spectrallyNormal(tf, tf.zeros<Rank.R2>([2, 2]), tf.tensor2d([1, 0], [2, 1]));
  expect([...still.dataSync()]).toEqual([0, 0, 0, 0]);
  expect([...normalKernel(new Float32Array(4), 2, Float32Array.of(1, 0))]).toEqual([0, 0, 0, 0]);
});
