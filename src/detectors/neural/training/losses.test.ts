import type { Rank, Scalar, Tensor, Tensor2D } from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, test } from "vitest";
import { hingeLoss, meanOf, trimmedError, trimmedSquaredError, weightedSum } from "./losses";
import { startBackend, type Tf } from "../backend/tf";

let tf: Tf;
beforeAll(async () => {
  tf = await startBackend("cpu");
});

function lossAndGradient(output: number[][], share: number) {
  const target = tf.zeros<Rank.R2>([output.length, output[0]!.length]);
  const loss = (x: Tensor2D) => trimmedSquaredError(tf, x, target, share);
  const { value, grad } = tf.valueAndGrad<Tensor2D, Tensor>(loss)(tf.tensor2d(output));
  return { loss: value.dataSync()[0]!, gradient: [...grad.dataSync()] };
}

test("without trimming it is the mean squared error", () => {
  const { loss, gradient } = lossAndGradient([[1, 3], [2, 0]], 0); // prettier-ignore
  expect(loss).toBeCloseTo((1 + 9 + 4 + 0) / 4);
  expect(gradient).toEqual([0.5, 1.5, 1, 0]);
});

test("the worst rows neither count nor teach", () => {
  const { loss, gradient } = lossAndGradient([[1], [-2], [100], [3], [-50]], 0.4);
  expect(loss).toBeCloseTo((1 + 4 + 9) / 3);
  expect(gradient.map((g) => Math.round(g * 1000) / 1000 + 0)).toEqual([0.667, -1.333, 0, 2, 0]);
});

test("rows with equal errors stay or go together", () => {
  expect(lossAndGradient([[2], [2], [2], [2], [2]], 0.2).loss).toBeCloseTo(4);
});

test("many rows are trimmed as few are", () => {
  const rows = Array.from({ length: 600 }, (_, i) => [Math.sin(i * 12.9898) * 5]);
  const errors = rows.map(([x]) => x! * x!).sort((a, b) => a - b);
  const kept = errors.slice(0, 480);
  expect(lossAndGradient(rows, 0.2).loss).toBeCloseTo(kept.reduce((sum, e) => sum + e, 0) / 480, 3);
});

describe("the losses of a game", () => {
  const gradOf = (loss: (x: Tensor2D) => Scalar, x: number[][]) => {
    const { value, grad } = tf.valueAndGrad<Tensor2D, Tensor>(loss)(tf.tensor2d(x));
    return { value: value.dataSync()[0]!, grad: [...grad.dataSync()] };
  };

  test("a discriminator loses where a verdict is not beyond its margin", () => {
    // Two real rows, one safe; four made rows, two safe.
    const verdicts = [[3], [0.5], [-2], [-1], [-0.5], [2]];
    const { value, grad } = gradOf((x) => hingeLoss(tf, x, 2), verdicts);
    expect(value).toBeCloseTo(0.5 / 2 + (0.5 + 3) / 4);
    expect(grad.map((slope) => slope + 0)).toEqual([0, -0.5, 0, 0, 0.25, 0.25]);
  });

  test("the mean spreads its slope evenly", () => {
    expect(gradOf((x) => meanOf(tf, x), [[1, 2], [3, 6]])).toEqual({ value: 3, grad: [0.25, 0.25, 0.25, 0.25] }); // prettier-ignore
  });

  test("a weighted sum passes each loss its weight, also to what several of them share", () => {
    const loss = (x: Tensor2D) =>
      weightedSum(tf, [meanOf(tf, x), trimmedSquaredError(tf, x, tf.zerosLike(x), 0)], [-2, 0.5]);
    const { value, grad } = gradOf(loss, [[1], [3]]);
    expect(value).toBeCloseTo(-2 * 2 + 0.5 * 5);
    expect(grad).toEqual([-1 + 0.5, -1 + 1.5]);
  });
});

test.each(["absolute", "cross-entropy"] as const)("the slope of the %s error is that of its numbers", (kind) => {
  const target = tf.tensor2d([[0, 1, 0.3]]);
  const lossAt = (output: number[]) => trimmedError(tf, tf.tensor2d([output]), target, 0, kind).dataSync()[0]!;
  const output = [0.2, 0.6, 0.9];
  const { grad } = tf.valueAndGrad<Tensor2D, Tensor>((x: Tensor2D) => trimmedError(tf, x, target, 0, kind))(
    tf.tensor2d([output]),
  );
  const by = 1e-3;
  output.forEach((_, j) => {
    const moved = (sign: number) => lossAt(output.map((value, i) => (i === j ? value + sign * by : value)));
    expect(grad.dataSync()[j]).toBeCloseTo((moved(1) - moved(-1)) / (2 * by), 2);
  });
});

test("a share that is answered for sure, and wrongly, costs much and not endlessly", () => {
  const loss = trimmedError(tf, tf.tensor2d([[1]]), tf.tensor2d([[0]]), 0, "cross-entropy").dataSync()[0]!;
  expect(loss).toBeGreaterThan(10);
  expect(Number.isFinite(loss)).toBe(true);
});
