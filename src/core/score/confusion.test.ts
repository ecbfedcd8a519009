import { expect, it } from "vitest";
import { confusionOf } from "./confusion";

const rows = {
  names: ["a", "b"],
  own: Int32Array.of(0, 0, 1, 1, -1, 0),
  likeliest: Int32Array.of(0, 1, 1, 1, 0, -1),
  share: new Float32Array(6).fill(0.9),
};

it("counts what was not learned from, and only rows of a known class", () => {
  expect(confusionOf({ ...rows, unseen: Uint8Array.of(1, 1, 1, 0, 1, 1) })).toEqual({
    names: ["a", "b"],
    counts: [
      [1, 1],
      [0, 1],
    ],
    rows: 3,
    right: 2,
    mostFrequent: 2,
    unseen: true,
  });
});

it("counts what was learned, and says so, where there is nothing else; nothing where no class is known", () => {
  expect(confusionOf({ ...rows, unseen: new Uint8Array(6) })).toMatchObject({ rows: 4, right: 3, unseen: false });
  expect(confusionOf({ ...rows, own: new Int32Array(6).fill(-1), unseen: new Uint8Array(6) })).toBeNull();
});
