import type { Scalar, Tensor, Tensor1D, Tensor2D, Tensor4D } from "@tensorflow/tfjs-core";
import { seededRandom } from "../../src/core/math/random";
import type { Backend, Metric } from "../../src/core/detect/context";
import { inputGradient, kernelGradient } from "../../src/detectors/neural/ops/convolve-gradients";
import type { LayerSpec } from "../../src/detectors/neural/layers/kinds";
import type { Convolution } from "../../src/detectors/neural/ops/margins";
import { trimmedSquaredError } from "../../src/detectors/neural/training/losses";
import { forward, initialWeights, weightShapesOf, type NetworkSpec } from "../../src/detectors/neural/network";
import { upsample } from "../../src/detectors/neural/ops/resample";
import { readNumbers, startBackend, type Tf } from "../../src/detectors/neural/backend/tf";
import { train, unheard } from "../../src/detectors/neural/training/train";

export interface ImageOrder {
  readonly backend: Backend;
  readonly images: number;
  readonly epochs: number;
  /** With the ops and the gradients of tfjs alone. */
  readonly plain: boolean;
}

export interface ImageOutcome {
  /** Of the training, after a first step that warms up. */
  readonly seconds: number;
  /** Of the last steps: equal on all backends but for rounding. */
  readonly loss: number;
}

const SIDE = 28;
const BATCH = 64;

const conv = (filters: number, activation: "relu" | "linear"): LayerSpec => ({
  kind: "conv",
  filters,
  size: [3, 3],
  stride: [1, 1],
  padding: "same",
  activation,
});

/** 28 x 28 to 7 x 7 x 8 and back. */
const autoencoder: NetworkSpec = {
  inputs: SIDE * SIDE,
  layers: [
    { kind: "reshape", shape: [SIDE, SIDE, 1] },
    conv(16, "relu"),
    { kind: "max-pool", size: [2, 2] },
    conv(8, "relu"),
    { kind: "max-pool", size: [2, 2] },
    conv(8, "relu"),
    { kind: "upsample", by: [2, 2] },
    conv(16, "relu"),
    { kind: "upsample", by: [2, 2] },
    conv(1, "linear"),
    { kind: "flatten" },
  ],
};

/** Trains a convolutional autoencoder with the product's own loop, on the page's own thread. */
export async function trainImages({ backend, images: count, epochs, plain }: ImageOrder): Promise<ImageOutcome> {
  const tf = await startBackend(backend);
  // Only now: the gradients cannot be registered before the core is there.
  if (plain) await import("@tensorflow/tfjs-core/dist/register_all_gradients");
  await trainFor(tf, 1, imagesOf(BATCH), plain);
  const images = imagesOf(count);
  const start = performance.now();
  const loss = await trainFor(tf, epochs * Math.floor(count / BATCH), images, plain);
  return { seconds: (performance.now() - start) / 1000, loss };
}

async function trainFor(tf: Tf, steps: number, images: Float32Array, plain: boolean): Promise<number> {
  const batchSize = BATCH * autoencoder.inputs;
  const batches = Math.floor(images.length / batchSize);
  let [last, turn] = [NaN, 0];
  const lesson = {
    shapes: weightShapesOf(autoencoder),
    initial: initialWeights(autoencoder, seededRandom(1)),
    next: (some: Tf) => {
      const from = (turn++ % batches) * batchSize;
      return some.tensor2d(images.subarray(from, from + batchSize), [BATCH, autoencoder.inputs]);
    },
    heldOut: null,
    loss: (some: Tf, weights: readonly Tensor[], batch: Tensor2D) =>
      plain
        ? plainLoss(some, weights, batch)
        : trimmedSquaredError(some, forward(some, autoencoder, weights, batch), batch, 0),
  };
  const plan = { steps, learningRate: 1e-3, clipNorm: 5, reportEvery: 15, patience: Infinity };
  const context = {
    ...unheard,
    checkpoint: (_: number, metrics?: readonly Metric[]) => {
      last = metrics?.at(-1)?.value ?? last;
      return Promise.resolve();
    },
  };
  await train(tf, [lesson], plan, context, 1);
  return last;
}

/** The same network and loss by the ops of tfjs. */
function plainLoss(tf: Tf, weights: readonly Tensor[], batch: Tensor2D): Scalar {
  const convolved = (x: Tensor4D, layer: number): Tensor4D => {
    // As `weightShapesOf` puts them.
    const [kernel, bias] = [weights[2 * layer] as Tensor4D, weights[2 * layer + 1] as Tensor1D];
    return tf.add(tf.conv2d(x, kernel, 1, "same"), bias);
  };
  const pooled = (x: Tensor4D, layer: number) => tf.maxPool(tf.relu(convolved(x, layer)), 2, 2, "valid");
  // By our op: that of tfjs has a wrong gradient on cpu.
  const raised = (x: Tensor4D, layer: number) => upsample(tf, tf.relu(convolved(x, layer)), [2, 2]);
  const middle = pooled(pooled(tf.reshape(batch, [-1, SIDE, SIDE, 1]), 0), 1);
  const output = convolved(raised(raised(middle, 2), 3), 4);
  return tf.mean(tf.squaredDifference(tf.reshape(output, batch.shape), batch));
}

/** A bright spot on a dark ground, somewhere, one image after the other. */
function imagesOf(count: number): Float32Array {
  const random = seededRandom(2);
  const images = new Float32Array(count * SIDE * SIDE);
  for (let at = 0; at < images.length;) {
    const [x, y, size] = [SIDE * random(), SIDE * random(), 2 + 4 * random()];
    for (let cell = 0; cell < SIDE * SIDE; cell++, at++)
      images[at] = Math.exp(-(((cell % SIDE) - x) ** 2 + (Math.floor(cell / SIDE) - y) ** 2) / size ** 2);
  }
  return images;
}

/**
 * Milliseconds of both gradients of one convolution: 64 images of 28 x 28 x 16, 16 filters of 3 x 3. `plain`: by
 * the kernels of tfjs.
 */
export async function timeGradients(backend: Backend, repeats: number, plain: boolean): Promise<number> {
  const tf = await startBackend(backend);
  const random = seededRandom(3);
  const noise = (...shape: [number, number, number, number]) =>
    tf.tensor4d(Float32Array.from({ length: shape.reduce((product, size) => product * size, 1) }, random), shape);
  const [x, dz, kernel] = [noise(64, 28, 28, 16), noise(64, 28, 28, 16), noise(3, 3, 16, 16)];
  const plan: Convolution = { stride: [1, 1], padding: "same" };
  const attrs = { strides: 1, pad: "same", dataFormat: "NHWC", filterShape: kernel.shape, inputShape: x.shape };
  const byTfjs = () => [
    tf.engine().runKernel<Tensor>("Conv2DBackpropFilter", { x, dy: dz }, attrs),
    tf.engine().runKernel<Tensor>("Conv2DBackpropInput", { dy: dz, filter: kernel }, attrs),
  ];
  const byUs = () => [kernelGradient(tf, x, dz, kernel.shape, plan), inputGradient(tf, x.shape, dz, kernel, plan)];
  const once = () => {
    tf.tidy(() => {
      (plain ? byTfjs() : byUs()).forEach(readNumbers);
    });
  };
  once();
  const start = performance.now();
  for (let i = 0; i < repeats; i++) once();
  const milliseconds = (performance.now() - start) / repeats;
  tf.dispose([x, dz, kernel]);
  return milliseconds;
}
