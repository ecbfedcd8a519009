import type { Tensor, Tensor2D } from "@tensorflow/tfjs-core";
import { seededRandom } from "../../src/core/math/random";
import type { Backend, Metric } from "../../src/core/detect/detector";
import { inputGradient, kernelGradient } from "../../src/detectors/neural/convolve-gradients";
import type { LayerSpec } from "../../src/detectors/neural/layers/kinds";
import { trimmedSquaredError } from "../../src/detectors/neural/losses";
import { forward, initialWeights, weightShapesOf, type NetworkSpec } from "../../src/detectors/neural/network";
import { readNumbers, startBackend, type Tf } from "../../src/detectors/neural/tf";
import { train, unheard } from "../../src/detectors/neural/train";

export interface PictureOrder {
  readonly backend: Backend;
  readonly images: number;
  readonly epochs: number;
}

export interface PictureOutcome {
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
export async function trainPictures({ backend, images, epochs }: PictureOrder): Promise<PictureOutcome> {
  const tf = await startBackend(backend);
  await trainFor(tf, 1, picturesOf(BATCH));
  const pictures = picturesOf(images);
  const start = performance.now();
  const loss = await trainFor(tf, epochs * Math.floor(images / BATCH), pictures);
  return { seconds: (performance.now() - start) / 1000, loss };
}

async function trainFor(tf: Tf, steps: number, pictures: Float32Array): Promise<number> {
  const batchSize = BATCH * autoencoder.inputs;
  const batches = Math.floor(pictures.length / batchSize);
  let [last, turn] = [NaN, 0];
  const lesson = {
    shapes: weightShapesOf(autoencoder),
    initial: initialWeights(autoencoder, seededRandom(1)),
    next: (some: Tf) => {
      const from = (turn++ % batches) * batchSize;
      return some.tensor2d(pictures.subarray(from, from + batchSize), [BATCH, autoencoder.inputs]);
    },
    heldOut: null,
    loss: (some: Tf, weights: readonly Tensor[], batch: Tensor2D) =>
      trimmedSquaredError(some, forward(some, autoencoder, weights, batch), batch, 0),
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

/** A bright spot on a dark ground, somewhere, one picture after the other. */
function picturesOf(count: number): Float32Array {
  const random = seededRandom(2);
  const pictures = new Float32Array(count * SIDE * SIDE);
  for (let at = 0; at < pictures.length;) {
    const [x, y, size] = [SIDE * random(), SIDE * random(), 2 + 4 * random()];
    for (let cell = 0; cell < SIDE * SIDE; cell++, at++)
      pictures[at] = Math.exp(-(((cell % SIDE) - x) ** 2 + (Math.floor(cell / SIDE) - y) ** 2) / size ** 2);
  }
  return pictures;
}

/** Milliseconds of both gradients of one convolution: 64 pictures of 28 x 28 x 16, 16 filters of 3 x 3. */
export async function timeGradients(backend: Backend, repeats: number): Promise<number> {
  const tf = await startBackend(backend);
  const random = seededRandom(3);
  const noise = (...shape: [number, number, number, number]) =>
    tf.tensor4d(Float32Array.from({ length: shape.reduce((product, size) => product * size, 1) }, random), shape);
  const [x, dz, kernel] = [noise(64, 28, 28, 16), noise(64, 28, 28, 16), noise(3, 3, 16, 16)];
  const plan = { stride: [1, 1] as [number, number], padding: "same" as const };
  const once = () => {
    tf.tidy(() => {
      readNumbers(kernelGradient(tf, x, dz, kernel.shape, plan));
      readNumbers(inputGradient(tf, x.shape, dz, kernel, plan));
    });
  };
  once();
  const start = performance.now();
  for (let i = 0; i < repeats; i++) once();
  const milliseconds = (performance.now() - start) / repeats;
  tf.dispose([x, dz, kernel]);
  return milliseconds;
}
