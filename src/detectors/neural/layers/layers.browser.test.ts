import type { Tensor, Tensor2D } from "@tensorflow/tfjs-core";
import { expect, test } from "vitest";
import type { Backend } from "../../../core/detect/context";
import { seededRandom } from "../../../core/math/random";
import { trimmedSquaredError } from "../training/losses";
import { forward, initialWeights, weightShapesOf, type NetworkSpec } from "../network";
import { readNumbers, startBackend, type Tf } from "../backend/tf";
import type { ConvLayer } from "./conv";
import type { LayerSpec } from "./kinds";

const SAMPLES = 3;

/** A network of every kind of layer, its sizes drawn at random. */
function someNetwork(random: () => number): NetworkSpec {
  const upTo = (most: number) => 1 + Math.floor(random() * most);
  const conv = (rest: Partial<ConvLayer> = {}): LayerSpec => ({
    kind: "conv",
    filters: upTo(5),
    size: [upTo(4), upTo(4)],
    stride: [upTo(2), upTo(2)],
    padding: random() < 0.5 ? "same" : "valid",
    activation: random() < 0.5 ? "tanh" : "leaky-relu",
    ...rest,
  });
  const shape = [12 + upTo(6), 12 + upTo(6), upTo(3)] as const;
  return {
    inputs: shape[0] * shape[1] * shape[2],
    layers: [
      { kind: "reshape", shape },
      conv(),
      { kind: "batch-norm", activation: "elu" },
      { kind: "max-pool", size: [upTo(2), upTo(2)] },
      { kind: "upsample", by: [upTo(2), upTo(3)] },
      conv({ filters: 8, stride: [1, 1], padding: "same" }),
      { kind: "depth-to-space", to: [upTo(4), upTo(4)] },
      conv({ padding: "same" }),
      { kind: "dropout", rate: 0.2 },
      { kind: random() < 0.5 ? "flatten" : "global-pool" },
      { kind: "dense", units: 4, activation: "linear" },
    ],
  };
}

/** The output of the network and the gradients of its input and weights, one after the other. */
async function passOn(backend: Backend, spec: NetworkSpec): Promise<{ tf: Tf; numbers: Float32Array[] }> {
  const tf = await startBackend(backend);
  const random = seededRandom(3);
  const input = Float32Array.from({ length: SAMPLES * spec.inputs }, () => 2 * random() - 1);
  const shapes = [[SAMPLES, spec.inputs], ...weightShapesOf(spec)];
  const numbers: Float32Array[] = [];
  tf.tidy(() => {
    const tensors = [input, ...initialWeights(spec, random)].map((values, i) => tf.tensor(values, [...shapes[i]!]));
    const output = ([x, ...weights]: Tensor[]) =>
      forward(tf, spec, weights, x as Tensor2D, { through: true, random: seededRandom(5) });
    const loss = (...all: Tensor[]) => trimmedSquaredError(tf, output(all), tf.ones([SAMPLES, 4]), 0);
    numbers.push(readNumbers(output(tensors)), ...tf.valueAndGrads(loss)(tensors).grads.map(readNumbers));
  });
  return { tf, numbers };
}

test.each(["wasm", "webgl"] as const)(
  "%s answers and learns as the processor does, whatever the shapes",
  async (backend) => {
    const random = seededRandom(backend.length);
    for (let round = 0; round < (backend === "wasm" ? 40 : 3); round++) {
      const spec = someNetwork(random);
      const expected = (await passOn("cpu", spec)).numbers;
      const { numbers } = await passOn(backend, spec);
      for (const [i, values] of numbers.entries())
        for (const [at, value] of values.entries()) {
          const difference = Math.abs(value - expected[i]![at]!);
          if (!(difference < 1e-4)) expect.fail(`${JSON.stringify(spec)}: ${difference} off in ${i}`);
        }
    }
  },
);

test.each(["wasm", "webgl"] as const)("%s walks and learns along sequences as the processor does", async (backend) => {
  for (const kind of ["rnn", "gru", "lstm"] as const) {
    const spec: NetworkSpec = {
      inputs: 15,
      layers: [
        { kind: "reshape", shape: [5, 3] },
        { kind, units: 6, states: "all" },
        { kind: "dense", units: 3, activation: "tanh" },
        { kind, units: 4, states: "last" },
      ],
    };
    const expected = (await passOn("cpu", spec)).numbers;
    const { numbers } = await passOn(backend, spec);
    numbers.forEach((values, i) => {
      values.forEach((value, at) => expect(Math.abs(value - expected[i]![at]!)).toBeLessThan(1e-5));
    });
  }
});

test("a thousand convolutions forward and back leave neither tensors nor memory behind", async () => {
  const layers: LayerSpec[] = [
    { kind: "reshape", shape: [12, 12, 4] },
    { kind: "conv", filters: 8, size: [3, 3], stride: [2, 1], padding: "same", activation: "relu" },
    { kind: "conv", filters: 4, size: [3, 3], stride: [1, 1], padding: "same", activation: "relu" },
    { kind: "flatten" },
    { kind: "dense", units: 4, activation: "linear" },
  ];
  const spec: NetworkSpec = { inputs: 576, layers };
  const { tf } = await passOn("wasm", spec);
  // The typings of the core do not know the memory of the WebAssembly backend.
  const heap = () => (tf.backend() as unknown as { wasm: { HEAPU8: Uint8Array } }).wasm.HEAPU8.length;
  for (let round = 0; round < 20; round++) await passOn("wasm", spec);
  const before = [tf.memory().numTensors, heap()];
  for (let round = 0; round < 500; round++) await passOn("wasm", spec);
  expect([tf.memory().numTensors, heap()]).toEqual(before);
});

test("on wasm the rows that were looked up learn as on the processor", async () => {
  const learned = async (backend: Backend) => {
    const tf = await startBackend(backend);
    return tf.tidy(() => {
      const [rows, ids] = [tf.tensor2d([1, 2, 3, 4, 5, 6, 7, 8], [4, 2]), tf.tensor1d([2, 0, 2, 9], "int32")];
      return [...tf.unsortedSegmentSum(rows, ids, 4).dataSync()];
    });
  };
  expect(await learned("wasm")).toEqual(await learned("cpu"));
});
