import type { Rank, Tensor2D } from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, test } from "vitest";
import { Cancelled, type Metric } from "../../../core/detect/context";
import type { TrainingView } from "../../../core/detect/training-view";
import { seededRandom } from "../../../core/math/random";
import type { TrainingTask, TrainPlan } from "./learner";
import { trimmedSquaredError } from "./losses";
import { forward, initialWeights, weightShapesOf, type NetworkSpec } from "../network";
import { NeuralTrouble } from "../backend/some-backend";
import { startBackend, type Tf } from "../backend/tf";
import { train } from "./train";

let tf: Tf;
beforeAll(async () => {
  tf = await startBackend("cpu");
});

const spec: NetworkSpec = { inputs: 2, layers: [{ kind: "dense", units: 2, activation: "linear" }] };
const plan: TrainPlan = { steps: 60, learningRate: 0.03, clipNorm: 5, reportEvery: 10, patience: Infinity };

function copying(seed: number, changes: Partial<TrainingTask<Tensor2D>> = {}): TrainingTask<Tensor2D> {
  const random = seededRandom(seed);
  const rows = (count: number) =>
    tf.tensor2d(
      Float32Array.from({ length: 2 * count }, () => 2 * random() - 1),
      [count, 2],
    );
  return {
    shapes: weightShapesOf(spec),
    initial: initialWeights(spec, random),
    next: () => rows(16),
    heldOut: () => rows(32),
    loss: (t, weights, samples) => trimmedSquaredError(t, forward(t, spec, weights, samples), samples, 0),
    ...changes,
  };
}

/** Batches that teach to negate, while the rows held out want a copy: every step makes it worse. */
function worsening(): TrainingTask<Tensor2D> {
  return copying(3, {
    initial: [Float32Array.from([1, 0, 0, 1]), new Float32Array(2)],
    loss: (t, weights, samples) => {
      const target = samples.shape[0] === 16 ? t.neg(samples) : samples;
      return trimmedSquaredError(t, forward(t, spec, weights, samples), target, 0);
    },
  });
}

function listening({ cancelAt = Infinity, endAt = Infinity } = {}) {
  const [progress, metrics, trainingViews]: [number[], Metric[], TrainingView[]] = [[], [], []];
  return {
    checkpoint: (done: number, more: readonly Metric[] = []) => {
      progress.push(done);
      metrics.push(...more);
      return progress.length >= cancelAt ? Promise.reject(new Cancelled()) : Promise.resolve();
    },
    endsEarly: () => progress.length >= endAt,
    show: (trainingView: TrainingView) => trainingViews.push(trainingView),
    progress,
    metrics,
    trainingViews,
  };
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
  expect(context.trainingViews).toEqual([
    { kind: "stopped", at: 60, kept: trained[0]!.step, of: 60, why: "all-steps" },
  ]);
  expect(await train(tf, [copying(1), copying(2)], plan, listening(), 0.9)).toEqual(trained);
});

test("stops when it gets no better, and keeps the best weights", async () => {
  const context = listening();
  const [trained] = await train(tf, [worsening()], { ...plan, patience: 30 }, context, 1);
  expect(trained!.step).toBe(10);
  expect(context.metrics.at(-1)!.at).toBe(40);
  expect(context.trainingViews).toEqual([{ kind: "stopped", at: 40, kept: 10, of: 60, why: "no-better" }]);
});

test("without rows held out it takes every step", async () => {
  const context = listening();
  const [trained] = await train(tf, [copying(4, { heldOut: null })], { ...plan, patience: 10 }, context, 1);
  expect(trained!.step).toBe(60);
  expect(context.metrics.every(({ name }) => name === "loss")).toBe(true);
});

describe("ended early", () => {
  test("it keeps the best weights so far, and says so", async () => {
    const context = listening({ endAt: 38 });
    const [trained] = await train(tf, [worsening()], plan, context, 1);
    const [ended] = context.trainingViews;
    expect(ended).toMatchObject({ kept: 10, of: 60, why: "ended-early" });
    expect(trained!.step).toBe(10);
    expect(context.metrics.at(-1)!.at).toBe(ended?.kind === "stopped" ? ended.at : NaN);
    const [unhindered] = await train(tf, [worsening()], { ...plan, steps: 10 }, listening(), 1);
    expect(trained!.weights).toEqual(unhindered!.weights);
  });

  test("at once, every network has still taken one step", async () => {
    const context = listening({ endAt: 0 });
    const trained = await train(tf, [copying(1), copying(2, { heldOut: null })], plan, context, 1);
    expect(trained.map(({ step }) => step)).toEqual([1, 1]);
    expect(trained[1]!.weights).not.toEqual(copying(2).initial);
    expect(context.trainingViews).toEqual([{ kind: "stopped", at: 1, kept: 1, of: 60, why: "ended-early" }]);
  });
});

test("a loss that is no number is trouble, and leaves no tensor", async () => {
  const before = tf.memory().numTensors;
  const task = copying(5, { next: () => tf.fill([16, 2], NaN) });
  await expect(train(tf, [task], plan, listening(), 1)).rejects.toBeInstanceOf(NeuralTrouble);
  expect(tf.memory().numTensors).toBe(before);
});

test("cancelled anywhere it leaves no tensor, and neither does finishing", async () => {
  const before = tf.memory().numTensors;
  for (const cancelAt of [1, 2, 11, 23, 47])
    await expect(train(tf, [copying(6), copying(7)], plan, listening({ cancelAt }), 1)).rejects.toThrow(Cancelled);
  expect(tf.memory().numTensors).toBe(before);
  for (let round = 0; round < 20; round++) await train(tf, [copying(8)], { ...plan, steps: 20 }, listening(), 1);
  expect(tf.memory().numTensors).toBe(before);
});

test("batches may differ in size from step to step, and hold more than samples", async () => {
  const sizes = [16, 3, 1, 40];
  const seen: number[] = [];
  const { shapes, initial } = copying(9);
  const task: TrainingTask<{ x: Tensor2D; target: Tensor2D }> = {
    shapes,
    initial,
    next: (t) => {
      const x = t.ones<Rank.R2>([sizes[seen.length % 4]!, 2]);
      seen.push(x.shape[0]);
      return { x, target: t.neg(x) };
    },
    heldOut: null,
    loss: (t, weights, { x, target }) => trimmedSquaredError(t, forward(t, spec, weights, x), target, 0),
  };
  const context = listening();
  await train(tf, [task], { ...plan, steps: 60 }, context, 1);
  expect(seen.slice(0, 5)).toEqual([16, 3, 1, 40, 16]);
  expect(context.metrics.at(-1)!.value).toBeLessThan(0.1 * context.metrics[0]!.value);
});

test("a schedule that ends at nothing makes the last step stand still", async () => {
  const looks: number[][] = [];
  const task = copying(10, {
    heldOut: null,
    look: (_, at, weights) => looks.push([at, ...weights.flatMap((weight) => [...weight.dataSync()])]),
  });
  const schedule = { shape: "cosine", end: 0 } as const;
  await train(tf, [task], { ...plan, steps: 5, reportEvery: 1, schedule }, listening(), 1);
  expect(looks.map(([at]) => at)).toEqual([1, 2, 3, 4, 5]);
  expect(looks[4]!.slice(1)).toEqual(looks[3]!.slice(1));
  expect(looks[3]!.slice(1)).not.toEqual(looks[2]!.slice(1));
});

describe("a game of two", () => {
  /** The task moves its number to the rival's, the rival to the task's negative: each has its own way. */
  function chase(): TrainingTask<Tensor2D> {
    const towards = (t: Tf, own: Tensor2D, goal: Tensor2D) => trimmedSquaredError(t, own, goal, 0);
    const shapes = [[1, 1]];
    return {
      name: "task loss",
      shapes,
      initial: [Float32Array.of(4)],
      next: (t) => t.zeros<Rank.R2>([1, 1]),
      heldOut: (t) => t.zeros<Rank.R2>([1, 1]),
      validation: (t, [own]) => t.sum(own!),
      loss: (t, [own], _, [theirs]) => towards(t, own as Tensor2D, theirs as Tensor2D),
      rivals: [
        {
          name: "rival loss",
          shapes,
          initial: [Float32Array.of(1)],
          adam: { learningRate: 0.001, betas: [0.5, 0.9] },
          carried: {
            shapes: [[2], [1]],
            initial: [Float32Array.of(0, 0), Float32Array.of(7)],
            next: (t, [own], [pair, single]) => [t.add(pair!, t.reshape(own!, [1])), single!],
          },
          loss: (t, [own], _, [theirs]) => towards(t, own as Tensor2D, t.neg(theirs as Tensor2D)),
        },
      ],
    };
  }

  test("each moves by its own loss and optimiser, and what is carried comes along", async () => {
    const context = listening();
    const [trained] = await train(tf, [chase()], { ...plan, steps: 1, reportEvery: 1 }, context, 1);
    // Adam's first step is as long as its learning rate.
    expect(trained!.weights[0]![0]).toBeCloseTo(3.97, 4);
    const [own, pair, single] = trained!.others;
    expect(own![0]).toBeCloseTo(0.999, 5);
    expect([...pair!]).toEqual([own![0], own![0]]);
    expect([...single!]).toEqual([7]);
    expect(context.metrics.map(({ name }) => name)).toEqual(["rival loss", "task loss", "validation loss"]);
    // The rival moves first: the task's loss is measured against where the rival went.
    expect(context.metrics.map(({ value }) => value)).toEqual([
      expect.closeTo(25, 4),
      expect.closeTo(3.001 ** 2, 3),
      expect.closeTo(3.97, 3),
    ]);
  });

  test("the best weights are those of one moment, also of what is carried; no tensor is left", async () => {
    const before = tf.memory().numTensors;
    const task = { ...chase(), validation: (t: Tf, [own]: readonly Tensor2D[]) => t.neg(t.sum(own!)) };
    const [trained] = await train(tf, [task as TrainingTask<Tensor2D>], { ...plan, patience: 30 }, listening(), 1);
    const [early] = await train(tf, [chase()], { ...plan, steps: 10 }, listening(), 1);
    expect(trained!.step).toBe(10);
    expect(trained!.others).toEqual(early!.others);
    expect(tf.memory().numTensors).toBe(before);
  });
});
