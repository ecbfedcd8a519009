import type { Tensor2D } from "@tensorflow/tfjs-core";
import { beforeAll, expect, test } from "vitest";
import { createKernel } from "../../../core/kernels/kernel";
import { seededRandom } from "../../../core/math/random";
import { startBackend, type Tf } from "../backend/tf";
import { forward, initialWeights, weightShapesOf, weightTensors, type NetworkSpec } from "../network";
import type { Activation } from "../ops/activation";
import type { ErrorKind } from "../training/error-kinds";
import { Learner, type TrainingTask, type TrainPlan } from "../training/learner";
import { trimmedError } from "../training/losses";
import { fusedLearner } from "./fused-learner";
import { fusedAnswers } from "./fused-network";

let tf: Tf;
beforeAll(async () => {
  tf = await startBackend("cpu");
});

const specOf = (activation: Activation, output: Activation): NetworkSpec => ({
  inputs: 7,
  layers: [
    { kind: "dense", units: 9, activation },
    { kind: "dense", units: 3, activation },
    { kind: "dense", units: 9, activation },
    { kind: "dense", units: 7, activation: output },
  ],
});

type PlainRows = { read: Float32Array; wanted: Float32Array };

/** One task, told in tensors and in plain numbers alike. */
function taskOf(spec: NetworkSpec, error: ErrorKind, trimmed: number): TrainingTask<Record<string, Tensor2D>> {
  const random = seededRandom(5);
  const rowsOf = (count: number): PlainRows => {
    const wanted = Float32Array.from({ length: count * spec.inputs }, () => random());
    return { wanted, read: wanted.map((value) => value + 0.1 * random()) };
  };
  const turns = Array.from({ length: 40 }, () => rowsOf(13));
  const heldOut = rowsOf(300);
  const inTurn = () => {
    let turn = 0;
    return () => turns[turn++ % turns.length]!;
  };
  const [next, plainNext] = [inTurn(), inTurn()];
  const tensors = ({ read, wanted }: PlainRows) => ({
    read: tf.tensor2d(read, [read.length / spec.inputs, spec.inputs]),
    wanted: tf.tensor2d(wanted, [wanted.length / spec.inputs, spec.inputs]),
  });
  return {
    shapes: weightShapesOf(spec),
    initial: initialWeights(spec, random),
    next: () => tensors(next()),
    heldOut: () => tensors(heldOut),
    loss: (t, weights, { read, wanted }) => trimmedError(t, forward(t, spec, weights, read!), wanted!, trimmed, error),
    fused: { spec, batch: 13, next: plainNext, heldOut, error, trimmed },
  };
}

const plan: TrainPlan = {
  steps: 40,
  learningRate: 0.01,
  clipNorm: 0.5,
  reportEvery: 20,
  patience: Infinity,
  weightDecay: 0.1,
  schedule: { shape: "linear", end: 0.1 },
};

test.each<[Activation, Activation, ErrorKind, number, "adam" | "adadelta"]>([
  ["tanh", "linear", "squared", 0.2, "adam"],
  ["relu", "linear", "absolute", 0, "adam"],
  ["leaky-relu", "sigmoid", "cross-entropy", 0.3, "adam"],
  ["elu", "linear", "squared", 0, "adadelta"],
  ["sigmoid", "sigmoid", "squared", 0.2, "adam"],
])("a network of %s and %s learns the %s error as by tfjs", (activation, output, error, trimmed, optimiser) => {
  const task = taskOf(specOf(activation, output), error, trimmed);
  const own = { ...plan, optimiser };
  const learners = [new Learner(tf, task, own), fusedLearner(tf, task, own)!];
  for (const learner of learners) {
    for (let step = 0; step < plan.steps; step++) learner.step();
    learner.report();
  }
  const [theirs, ours] = learners.map((learner) => learner.metrics.map(({ value }) => value));
  expect(ours).toHaveLength(2);
  ours!.forEach((value, i) => expect(value).toBeCloseTo(theirs![i]!, 4));
  const [expected, found] = learners.map((learner) => learner.result().weights);
  expected!.forEach((values, i) => values.forEach((value, j) => expect(found![i]![j]).toBeCloseTo(value, 3)));
  for (const learner of learners) learner.dispose();
});

test("a row is answered as by tfjs, and the same whatever stands beside it", () => {
  const spec = specOf("tanh", "sigmoid");
  const random = seededRandom(2);
  const weights = initialWeights(spec, random);
  const values = Float32Array.from({ length: 11 * 7 }, () => 20 * random() - 10);
  const [answer] = fusedAnswers([{ spec, weights }], 11)!;
  const all = answer!(values);
  const theirs = tf.tidy(() =>
    forward(tf, spec, weightTensors(tf, { spec, weights }), tf.tensor2d(values, [11, 7])).dataSync(),
  );
  expect(all).toHaveLength(theirs.length);
  theirs.forEach((value, i) => expect(all[i]).toBeCloseTo(value, 5));
  expect(answer!(values.slice(70))).toEqual(all.slice(70));
});

test("the bends are those of mathematics to six digits, far out too", () => {
  const kernel = createKernel()!;
  const values = Float32Array.from({ length: 64 }, (_, i) => (i - 32) / 2);
  const view = new Float32Array(kernel.memory.buffer, 1024, 64);
  for (const [bend, f] of [
    [1, Math.tanh],
    [4, (x: number) => (x > 0 ? x : Math.expm1(x))],
    [5, (x: number) => 1 / (1 + Math.exp(-x))],
  ] as const) {
    view.set(values);
    kernel.bend(1024, 64, bend);
    view.forEach((value, i) => expect(Math.abs(value - f(values[i]!))).toBeLessThan(1e-6));
  }
});
