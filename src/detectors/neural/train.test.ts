import { beforeAll, expect, test } from "vitest";
import { Cancelled, type Metric } from "../../core/detect/detector";
import { seededRandom } from "../../core/math/random";
import { trimmedSquaredError } from "./losses";
import { forward, initialWeights, weightShapesOf, type NetworkSpec } from "./network";
import { NeuralTrouble } from "./some-backend";
import { startBackend, type Tf } from "./tf";
import { train, type Lesson, type TrainPlan } from "./train";

let tf: Tf;
beforeAll(async () => {
  tf = await startBackend("cpu");
});

const spec: NetworkSpec = { inputs: 2, layers: [{ kind: "dense", units: 2, activation: "linear" }] };
const plan: TrainPlan = { steps: 60, learningRate: 0.03, clipNorm: 5, reportEvery: 10, patience: Infinity };

function copying(seed: number, changes: Partial<Lesson> = {}): Lesson {
  const random = seededRandom(seed);
  const rows = (count: number) => Float32Array.from({ length: 2 * count }, () => 2 * random() - 1);
  return {
    shapes: weightShapesOf(spec),
    initial: initialWeights(spec, random),
    width: 2,
    next: () => rows(16),
    heldOut: rows(32),
    loss: (t, weights, samples) => trimmedSquaredError(t, forward(t, spec, weights, samples), samples, 0),
    ...changes,
  };
}

function listening(cancelAt = Infinity) {
  const [progress, metrics]: [number[], Metric[]] = [[], []];
  const checkpoint = (done: number, more: readonly Metric[] = []) => {
    progress.push(done);
    metrics.push(...more);
    return progress.length >= cancelAt ? Promise.reject(new Cancelled()) : Promise.resolve();
  };
  return { checkpoint, progress, metrics };
}

test("both losses fall, progress only grows, and the same seed learns the same bits", async () => {
  const context = listening();
  const trained = await train(tf, [copying(1), copying(2)], plan, context, 0.9);
  const validation = context.metrics.filter(({ name }) => name === "validation loss");
  expect(validation.map(({ at }) => at)).toEqual([10, 20, 30, 40, 50, 60]);
  expect(validation.at(-1)!.value).toBeLessThan(validation[0]!.value / 2);
  expect(context.metrics.filter(({ name }) => name === "loss")).toHaveLength(6);
  expect(context.progress).toEqual([...context.progress].sort((a, b) => a - b));
  expect(context.progress.at(-1)).toBeCloseTo(0.9);
  expect(await train(tf, [copying(1), copying(2)], plan, listening(), 0.9)).toEqual(trained);
});

test("stops when it gets no better, and keeps the best weights", async () => {
  // Batches that teach to negate, while the rows held out want a copy: every step makes it worse.
  const start = [Float32Array.from([1, 0, 0, 1]), new Float32Array(2)];
  const lesson = copying(3, {
    initial: start,
    loss: (t, weights, samples) => {
      const target = samples.shape[0] === 16 ? t.neg(samples) : samples;
      return trimmedSquaredError(t, forward(t, spec, weights, samples), target, 0);
    },
  });
  const context = listening();
  const [trained] = await train(tf, [lesson], { ...plan, patience: 30 }, context, 1);
  expect(trained!.step).toBe(10);
  expect(context.metrics.at(-1)!.at).toBe(40);
});

test("without rows held out it takes every step", async () => {
  const context = listening();
  const [trained] = await train(tf, [copying(4, { heldOut: null })], { ...plan, patience: 10 }, context, 1);
  expect(trained!.step).toBe(60);
  expect(context.metrics.every(({ name }) => name === "loss")).toBe(true);
});

test("a loss that is no number is trouble, and leaves no tensor", async () => {
  const before = tf.memory().numTensors;
  const lesson = copying(5, { next: () => new Float32Array(32).fill(NaN) });
  await expect(train(tf, [lesson], plan, listening(), 1)).rejects.toBeInstanceOf(NeuralTrouble);
  expect(tf.memory().numTensors).toBe(before);
});

test("cancelled anywhere it leaves no tensor, and neither does finishing", async () => {
  const before = tf.memory().numTensors;
  for (const at of [1, 2, 11, 23, 47])
    await expect(train(tf, [copying(6), copying(7)], plan, listening(at), 1)).rejects.toBeInstanceOf(Cancelled);
  expect(tf.memory().numTensors).toBe(before);
  for (let round = 0; round < 5; round++) await train(tf, [copying(8)], { ...plan, steps: 20 }, listening(), 1);
  expect(tf.memory().numTensors).toBe(before);
});
