import fc from "fast-check";
import { expect, it } from "vitest";
import { randomRuns } from "../../testing/random-runs";
import { packed } from "./pack";
import { unpacked } from "./unpack";

function bytesOf(value: unknown): Uint8Array<ArrayBuffer> {
  const { pieces, bytes } = packed(value);
  const all = new Uint8Array(bytes);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  expect(at).toBe(bytes);
  return all;
}

const readBack = (value: unknown) => unpacked(bytesOf(value).buffer);

it("gives back what models, tables and results are made of", () => {
  const whole = {
    numbers: Float64Array.of(1.5, NaN, -Infinity, -0),
    part: new Float32Array([9, 1, 2, 3]).subarray(1, 3),
    codes: Int32Array.of(-1, 7),
    bytes: Uint8Array.of(1, 2, 3),
    odd: [NaN, -0, Infinity, undefined, null, true, "ä\u0000𝒳"],
    map: new Map<unknown, unknown>([
      ["a", new Set([1, 2])],
      [3, Uint32Array.of(4)],
    ]),
    $: "a field that is called as the tag",
    nested: { of: [{ list: [] }] },
  };
  expect(readBack(whole)).toEqual(whole);
  expect(readBack([-0])).toEqual([-0]);
});

it("packs long lists of texts, empty ones and such of many letters included", () => {
  const words = Array.from(
    { length: 5000 },
    (_, at) => ["", "naïve", "東京", "x".repeat(at % 9), "😀\n"][at % 5] ?? "",
  );
  expect(readBack({ words, few: ["", "a"] })).toEqual({ words, few: ["", "a"] });
});

it("gives back any plain data", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), fc.float64Array(), (json, numbers) => {
      expect(readBack({ json, numbers })).toEqual({ json, numbers });
    }),
    randomRuns(60),
  );
});

it("refuses what is no plain data", () => {
  expect(() => packed({ run: () => 1 })).toThrow("no plain data");
  expect(() => packed([new Blob(["a"])])).toThrow("no plain data");
});

it("ends in an error, and never in another table, where bytes are cut off or damaged", () => {
  const bytes = bytesOf({ numbers: Float64Array.of(1, 2, 3), words: Array.from({ length: 100 }, String) });
  for (const end of [0, 3, 15, 40, bytes.length - 1])
    expect(() => unpacked(bytes.slice(0, end).buffer)).toThrow(RangeError);
  const further = bytes.slice();
  further[15] = 1 + (further[15] ?? 0);
  expect(() => unpacked(further.buffer)).toThrow(RangeError);
});
