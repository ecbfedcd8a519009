import type { Tensor, Tensor2D } from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, test } from "vitest";
import { seededRandom } from "../../../core/math/random";
import { trimmedSquaredError } from "../training/losses";
import { architectureOf, forward, initialWeights, weightShapesOf, workOf, type NetworkSpec } from "../network";
import { readNumbers, startBackend, type Tf } from "../backend/tf";
import type { LayerSpec } from "./kinds";

let tf: Tf;
beforeAll(async () => {
  tf = await startBackend("cpu");
});

const conv = (filters: number, rest: Partial<Extract<LayerSpec, { kind: "conv" }>> = {}): LayerSpec => ({
  kind: "conv",
  filters,
  size: [3, 3],
  stride: [1, 1],
  padding: "same",
  activation: "tanh",
  ...rest,
});

/** The textbook network for small images. */
const textbook: NetworkSpec = {
  inputs: 784,
  layers: [
    { kind: "reshape", shape: [28, 28, 1] },
    conv(32, { padding: "valid", activation: "relu" }),
    conv(64, { padding: "valid", activation: "relu" }),
    { kind: "max-pool", size: [2, 2] },
    { kind: "dropout", rate: 0.25 },
    { kind: "flatten" },
    { kind: "dense", units: 128, activation: "relu" },
    { kind: "dropout", rate: 0.5 },
    { kind: "dense", units: 10, activation: "linear" },
  ],
};

test("the textbook network has the textbook's shapes and 1,199,882 parameters", () => {
  const layers = architectureOf(textbook);
  expect(layers.map(({ shape }) => shape.join())).toEqual(
    ["28,28,1", "26,26,32", "24,24,64", "12,12,64", "12,12,64", "9216", "128", "128", "10"], // prettier-ignore
  );
  expect(layers.reduce((sum, { parameters }) => sum + parameters, 0)).toBe(1_199_882);
  expect(workOf(textbook)).toBe(26 * 26 * 320 + 24 * 24 * 18_496 + 1_179_776 + 1290);
});

test("the pixels that four channels become are neighbours", () => {
  const layers: LayerSpec[] = [
    { kind: "reshape", shape: [1, 2, 4] },
    { kind: "depth-to-space", to: [2, 3] },
    { kind: "flatten" },
  ];
  const answer = tf.tidy(() => readNumbers(forward(tf, { inputs: 8, layers }, [], tf.tensor2d([[1, 2, 3, 4, 5, 6, 7, 8]])))); // prettier-ignore
  expect([...answer]).toEqual([1, 2, 5, 3, 4, 7]);
});

test("weights of a convolution start within ±1/sqrt of what its window reads", () => {
  const weights = initialWeights(textbook, seededRandom(3));
  for (const [i, limit] of [1 / 3, 1 / 3, 1 / Math.sqrt(288)].entries()) {
    const largest = Math.max(...weights[i]!.map(Math.abs));
    expect(largest).toBeLessThanOrEqual(limit);
    expect(largest).toBeGreaterThan(0.8 * limit);
  }
});

test.each<[string, LayerSpec[], RegExp]>([
  ["dense on an image", [{ kind: "reshape", shape: [2, 6, 1] }, { kind: "dense", units: 2, activation: "relu" }], /flat/], // prettier-ignore
  ["a convolution of flat samples", [conv(2)], /height, width, channels/],
  ["a shape of another size", [{ kind: "reshape", shape: [5] }], /cannot become/],
  ["a window larger than the image", [{ kind: "reshape", shape: [2, 6, 1] }, conv(1, { padding: "valid" })], /fit/],
  ["a place for a number that is not there", [{ kind: "arrange", cells: [3, 12] }], /arranged/],
  ["channels that make no blocks", [{ kind: "reshape", shape: [2, 1, 6] }, { kind: "depth-to-space", to: [4, 2] }], /become 4,2/], // prettier-ignore
  ["more than twice the height", [{ kind: "reshape", shape: [3, 1, 4] }, { kind: "depth-to-space", to: [7, 2] }], /become 7,2/], // prettier-ignore
  ["blocks larger than the image", [{ kind: "reshape", shape: [1, 12, 1] }, { kind: "max-pool", size: [2, 2] }], /fit/], // prettier-ignore
])("%s is refused", (_, layers, why) => {
  expect(() => weightShapesOf({ inputs: 12, layers })).toThrow(why);
});

describe("gradients are the slopes found by moving each number", () => {
  const image: LayerSpec = { kind: "reshape", shape: [5, 6, 2] };
  const flat: LayerSpec = { kind: "flatten" };
  const steps: LayerSpec = { kind: "reshape", shape: [12, 5] };
  const nets: [string, LayerSpec[]][] = [
    ["two convolutions", [image, conv(3), conv(2, { activation: "linear" }), flat]],
    ["steps of two", [image, conv(3, { stride: [2, 2] }), conv(2, { stride: [2, 1], padding: "valid", size: [2, 2] }), flat]], // prettier-ignore
    ["a series", [{ kind: "reshape", shape: [1, 30, 2] }, conv(3, { size: [1, 5], stride: [1, 3] }), conv(2, { size: [1, 3] }), flat]], // prettier-ignore
    ["pooled with a ragged rest", [image, conv(3), { kind: "max-pool", size: [2, 4] }, flat]],
    ["pooled and raised again", [image, conv(3), { kind: "max-pool", size: [1, 2] }, { kind: "upsample", by: [2, 3] }, conv(1), flat]], // prettier-ignore
    ["widened by its channels, with an edge cut off", [image, conv(8, { stride: [2, 2], activation: "leaky-relu" }), { kind: "depth-to-space", to: [5, 6] }, conv(1), flat]], // prettier-ignore
    [
      "pooled over all places",
      [image, conv(3), { kind: "global-pool" }, { kind: "dense", units: 2, activation: "elu" }],
    ],
    ["laid out anew", [{ kind: "arrange", cells: [...Array(64).keys()].map((i) => (i % 7 === 3 ? -1 : (i * 11) % 60)).filter((cell, i, all) => cell < 0 || all.indexOf(cell) === i).slice(0, 48) }, { kind: "reshape", shape: [6, 8, 1] }, conv(2), flat, { kind: "arrange", cells: [5, -1, 90, 7] }]], // prettier-ignore
    ["states of a simple cell", [steps, { kind: "rnn", units: 5, states: "all" }, { kind: "dense", units: 2, activation: "elu" }, flat]], // prettier-ignore
    ["states of a GRU behind one another", [steps, { kind: "gru", units: 5, states: "all" }, { kind: "gru", units: 4, states: "last" }]], // prettier-ignore
    ["the last state of an LSTM behind another", [steps, { kind: "lstm", units: 4, states: "all" }, { kind: "lstm", units: 3, states: "last" }]], // prettier-ignore
    [
      "a single step",
      [
        { kind: "reshape", shape: [1, 60] },
        { kind: "gru", units: 3, states: "last" },
      ],
    ],
    ["dropped while it learns", [image, conv(3), { kind: "dropout", rate: 0.4 }, flat, { kind: "dense", units: 2, activation: "elu" }]], // prettier-ignore
  ];

  test.each(nets)("%s", (_, layers) => {
    const spec: NetworkSpec = { inputs: 60, layers };
    const random = seededRandom(7);
    const shapes = [[3, 60], ...weightShapesOf(spec)];
    const numbers = [Float32Array.from({ length: 180 }, () => 4 * random() - 2), ...initialWeights(spec, random)];
    // The same units are dropped at every look.
    const loss = ([x, ...weights]: Tensor[]) => {
      const output = forward(tf, spec, weights, x as Tensor2D, { through: true, random: seededRandom(5) });
      return trimmedSquaredError(tf, output, tf.ones(output.shape), 0);
    };
    const before = tf.memory().numTensors;
    const tensors = () => numbers.map((values, i) => tf.tensor(values.slice(), [...shapes[i]!]));
    const gradients: Float32Array[] = [];
    tf.tidy(() => {
      gradients.push(
        ...tf
          .valueAndGrads((...all) => loss(all))(tensors())
          .grads.map(readNumbers),
      );
    });
    const lossNow = () => tf.tidy(() => loss(tensors()).dataSync()[0]!);
    for (const [w, values] of numbers.entries())
      for (let i = 0; i < values.length; i += Math.ceil(values.length / 25)) {
        const kept = values[i]!;
        values[i] = kept + 2e-3;
        const above = lossNow();
        values[i] = kept - 2e-3;
        expect(Math.abs(gradients[w]![i]! - (above - lossNow()) / 4e-3)).toBeLessThan(0.01);
        values[i] = kept;
      }
    expect(tf.memory().numTensors).toBe(before);
  });
});

describe("dropout", () => {
  const spec: NetworkSpec = { inputs: 1000, layers: [{ kind: "dropout", rate: 0.3 }] };
  const after = (random: (() => number) | null) =>
    readNumbers(tf.tidy(() => forward(tf, spec, [], tf.ones([4, 1000]), { random })));

  test("drops its share while the network learns, the same for the same seed, and keeps the mean", () => {
    const values = after(seededRandom(1));
    expect(values.filter((value) => value === 0).length / 4000).toBeCloseTo(0.3, 1);
    expect(values.reduce((sum, value) => sum + value, 0) / 4000).toBeCloseTo(1, 1);
    expect(after(seededRandom(1))).toEqual(values);
  });

  test("does nothing when the network answers", () => {
    expect(new Set(after(null))).toEqual(new Set([1]));
  });
});
