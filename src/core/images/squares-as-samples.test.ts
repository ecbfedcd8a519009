import { expect, it } from "vitest";
import type { Context } from "../detect/context";
import type { DeepFeatures } from "./image-samples";
import { ignoredPixels, someSamples, squaresAsSamples } from "./squares-as-samples";

const squares = Uint8Array.from({ length: 4 * 2 * 2 * 3 }, (_, at) => 51 * Math.floor(at / 12));

it("gives bytes as 0 to 1, and nothing of what is ignored", () => {
  const ignored = ignoredPixels([0, 64 * 40 + 50], 2);
  expect([...(ignored ?? [])]).toEqual([0, 0, 0, 0]);
  const half = ignoredPixels(
    Array.from({ length: 64 * 64 }, (_, cell) => cell).filter((cell) => cell % 64 < 32),
    2,
  );
  expect([...(half ?? [])]).toEqual([1, 0, 1, 0]);
  const samples = squaresAsSamples(squares, 2, 3, half);
  expect([...samples.block(1, 2)].map((value) => Math.round(10 * value))).toEqual([0, 0, 0, 2, 2, 2, 0, 0, 0, 2, 2, 2]);
  expect(ignoredPixels([], 2)).toBeNull();
});

it("gives some of the samples, each with its own row and its own deep features", async () => {
  const asked: [number, number][] = [];
  const deep: DeepFeatures = {
    layers: [{ name: "a", height: 1, width: 1, channels: 2 }],
    block: (from, to) => {
      asked.push([from, to]);
      return Promise.resolve([Float32Array.from({ length: 2 * (to - from) }, (_, at) => from + Math.floor(at / 2))]);
    },
  };
  const all = { ...squaresAsSamples(squares, 2, 3, null), deep, classes: Int32Array.of(5, 6, 7, 8) };
  const some = someSamples(all, Uint32Array.of(0, 2, 3));
  expect([some.count, [...some.origin], [...some.classes]]).toEqual([3, [0, 2, 3], [5, 7, 8]]);
  expect([...some.block(1, 3)]).toEqual([...all.block(2, 4)]);
  const context = {} as Context; // nothing of it is used here
  expect([...((await some.deep.block(0, 3, ["a"], context))[0] ?? [])]).toEqual([0, 0, 2, 2, 3, 3]);
  expect(asked).toEqual([
    [0, 1],
    [2, 4],
  ]);
});
