import { expect, it } from "vitest";
import { seededRandom } from "../math/random";
import { alikeClusters, endsOf } from "./alike";

const vector = (...values: number[]) => Float64Array.from(values);

it("joins what has most in common, and leaves apart what has less than half", () => {
  const vectors = [vector(1, 0, 0), vector(0, 1, 0), vector(0.9, 0.2, 0), vector(0, 0.8, 0.3), vector(1, 0.1, 0)];
  expect(alikeClusters(vectors)).toEqual([
    [0, 2, 4],
    [1, 3],
  ]);
  expect(alikeClusters([vector(0, 0), vector(1, 0)])).toEqual([[1]]);
  expect(alikeClusters([])).toEqual([]);
});

it("finds planted kinds of any number, whatever their order", () => {
  for (let seed = 1; seed <= 20; seed++) {
    const random = seededRandom(seed);
    const kinds = 2 + Math.floor(4 * random());
    const kindOf = Array.from({ length: 60 }, () => Math.floor(kinds * random()));
    const vectors = kindOf.map((kind) =>
      Float64Array.from({ length: 8 }, (_, at) => (at === kind ? 1 : 0.25 * random())),
    );
    const found = alikeClusters(vectors);
    expect(found).toHaveLength(new Set(kindOf).size);
    for (const members of found) expect(new Set(members.map((at) => kindOf[at])).size).toBe(1);
  }
});

it("knows the most typical and the oddest member", () => {
  const vectors = [vector(1, 0.4, 0), vector(1, 0.1, 0), vector(1, 0.1, 0.1), vector(0.3, 0.2, 1)];
  expect(endsOf(vectors, [0, 1, 2, 3])).toEqual({ most: 2, least: 3 });
  expect(endsOf(vectors, [3])).toEqual({ most: 3, least: 3 });
});
