import { describe, expect, it } from "vitest";
import { contentHashOf } from "../data/content-hash";
import { seededRandom } from "./random";
import { sortNumbers } from "./sort-numbers";

const LENGTH = 6000;
const random = seededRandom(3);

function drawn(one: (at: number) => number): Float64Array {
  return Float64Array.from({ length: LENGTH }, (_, at) => one(at));
}

function bitsOf(values: Float64Array): string {
  return contentHashOf(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
}

describe("sortNumbers", () => {
  it.each([
    ["measurements of both signs", drawn(() => (random() - 0.5) * 200)],
    ["few values again and again", drawn(() => Math.floor(random() * 3))],
    ["ids whose upper bits are equal", drawn(() => 1e15 + Math.floor(random() * 1e6))],
    ["short runs of equal upper bits", drawn(() => 100 + Math.floor(random() * 4000) + random() * 1e-9)],
    ["negative ids whose upper bits are equal", drawn(() => -1e15 - Math.floor(random() * 1e6))],
    ["every size that a number can have", drawn(() => (random() - 0.5) * 10 ** Math.floor(600 * random() - 300))],
    ["one value", drawn(() => 7.5)],
    ["descending ones", drawn((at) => -at)],
    [
      "zeros of both signs, infinities and the smallest",
      drawn((at) => [0, -0, Infinity, -Infinity, 5e-324, -5e-324][at % 6]!),
    ],
    ["some that are no numbers", drawn((at) => (at % 7 === 0 ? Number.NaN : -at))],
    ["few", Float64Array.of(3, -0, 0, 1, -2)],
    ["none", new Float64Array(0)],
  ])("sorts %s as the array itself does, bit by bit", (_, values) => {
    expect(bitsOf(sortNumbers(values.slice()))).toBe(bitsOf(values.slice().sort()));
  });

  it("sorts a part of an array in place and leaves the rest alone", () => {
    const values = drawn(() => random());
    const part = values.subarray(500, 5500);
    const expected = part.slice().sort();
    const before = values.slice(0, 500);
    expect(sortNumbers(part)).toBe(part);
    expect(bitsOf(part)).toBe(bitsOf(expected));
    expect(bitsOf(values.slice(0, 500))).toBe(bitsOf(before));
  });
});
