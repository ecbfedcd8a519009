import { expect, test } from "vitest";
import { matrixSamples } from "../../../core/detect/samples";
import { seededRandom } from "../../../core/math/random";
import { columnChain } from "./column-chain";

const still = { checkpoint: () => Promise.resolve() };

test("columns that go together become neighbours, in either direction of the bond", async () => {
  const random = seededRandom(2);
  const rows = Array.from({ length: 300 }, () => {
    const [a, b] = [random() - 0.5, random() - 0.5];
    return [a, b, 7, 2 * a + 0.05 * random(), 0.1 * random() - b, a - 0.3 * random()];
  });
  const samples = matrixSamples(Float32Array.from(rows.flat()), ["a", "b", "constant", "2a", "-b", "a noisy"]);
  const chain = await columnChain(samples, seededRandom(1), still);
  expect(chain.slice(0, 3)).toEqual([0, 3, 5]);
  expect(Math.abs(chain.indexOf(1) - chain.indexOf(4))).toBe(1);
  expect(chain.toSorted()).toEqual([0, 1, 2, 3, 4, 5]);
});

test("one column is a chain, and so is one row", async () => {
  const chainOf = (values: number[], features: string[]) =>
    columnChain(matrixSamples(Float32Array.from(values), features), seededRandom(1), still);
  expect(await chainOf([1, 2, 3], ["a"])).toEqual([0]);
  expect(await chainOf([1, 2, 3], ["a", "b", "c"])).toEqual([0, 1, 2]);
});
