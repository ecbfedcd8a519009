import type { Rank, Tensor, Tensor2D } from "@tensorflow/tfjs-core";
import { beforeAll, expect, test } from "vitest";
import { trimmedSquaredError } from "./losses";
import { startBackend, type Tf } from "./tf";

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
