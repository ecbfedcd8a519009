import type { Tensor2D } from "@tensorflow/tfjs-core";
import { expect, test } from "vitest";
import { crossEntropy, shareRight } from "./cross-entropy";
import { readNumbers, startBackend } from "../backend/tf";

test("the mean of -log of the right class's share, and its slope, also far out", async () => {
  const tf = await startBackend("cpu");
  const [logits, wanted] = [tf.tensor2d([[1, 2, 0.5], [900, -900, 0]]), tf.tensor2d([[0, 1, 0], [0, 0, 1]])]; // prettier-ignore
  // The only input.
  const { value, grads } = tf.valueAndGrads((x) => crossEntropy(tf, x as Tensor2D, wanted))([logits]);
  const shares = [1, 2, 0.5].map((x) => Math.exp(x) / (Math.exp(1) + Math.exp(2) + Math.exp(0.5)));
  expect(readNumbers(value)[0]).toBeCloseTo((-Math.log(shares[1]!) + 900) / 2, 3);
  const expected = [shares[0]! / 2, (shares[1]! - 1) / 2, shares[2]! / 2, 0.5, 0, -0.5];
  readNumbers(grads[0]!).forEach((slope, i) => {
    expect(slope).toBeCloseTo(expected[i]!, 5);
  });
});

test("right is who gives the right class the most; rows that do not count are not counted", async () => {
  const tf = await startBackend("cpu");
  const logits = tf.tensor2d([[3, 1], [3, 1], [0, 9]]); // prettier-ignore
  const wanted = tf.tensor2d([[1, 0], [0, 1], [0, 0]]); // prettier-ignore
  expect(readNumbers(shareRight(tf, logits, wanted))[0]).toBe(0.5);
});
