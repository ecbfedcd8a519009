import { describe, expect, it } from "vitest";
import { normalDeviates, seededRandom } from "../math/random";
import { followsInOrder } from "./follows-in-order";

const normal = normalDeviates(seededRandom(8));
const made = (count: number, value: (row: number) => number) =>
  Float64Array.from({ length: count }, (_, i) => value(i));

function remembering(kept: number): () => number {
  let last = 0;
  return () => (last = kept * last + Math.sqrt(1 - kept * kept) * normal());
}

function heartbeat(): (row: number) => number {
  let next = 40;
  return (row) => {
    if (row > next + 45) next += 100 + Math.round(4 * normal());
    return Math.exp(-((row - next) ** 2) / 10) + 0.3 * Math.exp(-((row - next - 28) ** 2) / 128) + 0.02 * normal();
  };
}

describe("numbers in the order in which they were measured", () => {
  it.each([
    ["a heartbeat", made(3000, heartbeat())],
    ["a pressure that wanders", made(1000, remembering(0.95))],
    ["a course of days", made(1500, (i) => Math.sin(i / 4) + 0.1 * normal())],
    [
      "a walk",
      made(
        800,
        (
          (level) => () =>
            (level += normal())
        )(0),
      ),
    ],
  ])("follow each other: %s", (_name, values) => {
    expect(followsInOrder(values)).toBe(true);
  });
});

describe("numbers of rows that stand for themselves", () => {
  const sorted = made(1000, () => normal()).sort();
  const ages = made(1200, () => 40 + 12 * normal());
  it.each([
    ["noise", made(1000, () => normal())],
    ["what the rows are sorted by", sorted],
    ["the same, downwards", sorted.toReversed()],
    ["what follows from what they are sorted by", sorted.map((x) => 3 * x + normal())],
    ["what follows from it closely", sorted.map((x) => 10 * x + 0.5 * normal())],
    ["what follows from it without noise", sorted.map((x) => x * x)],
    ["a number of the group, one group after the other", made(1000, (i) => (Math.floor(i / 20) * 7919) % 101)],
    ["few numbers", made(60, remembering(0.95))],
    ["a running number", made(1000, (i) => i)],
    ["ages", ages],
  ])("do not: %s", (_name, values) => {
    expect(followsInOrder(values)).toBe(false);
  });
});
