import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomRuns } from "../../testing/random-runs";
import type { Column } from "./column";
import { profileColumn } from "./profile";

const numbers = (values: readonly number[], name = "x"): Column => ({
  kind: "number",
  name,
  values: Float64Array.from(values),
});
const category = (codes: readonly number[], levels: readonly string[], name = "c"): Column => ({
  kind: "category",
  name,
  codes: Int32Array.from(codes),
  levels,
});
const warningsOf = (column: Column) => profileColumn(column).warnings.map(({ code }) => code);
const normal = (i: number) => Math.sqrt(-2 * Math.log(((i * 7919) % 9973) / 9973 + 1e-9)) * Math.cos(i * 2.399963);

describe("profileColumn of numbers", () => {
  it("counts missing, infinite and different values apart", () => {
    const profile = profileColumn(numbers([1, 1, NaN, Infinity, -Infinity, Infinity, 3]));
    expect(profile).toMatchObject({
      kind: "number",
      rows: 7,
      missing: 1,
      infinite: 3,
      distinct: 4,
      levels: null,
      clock: null,
    });
    expect(profile.numeric).toMatchObject({ min: 1, median: 1, max: 3 });
    expect(profile.warnings).toContainEqual({ code: "profile.infinite", values: { count: 3 } });
  });

  it("gives exact quantiles and moments", () => {
    const { numeric } = profileColumn(numbers(Array.from({ length: 101 }, (_, i) => 100 - i)));
    expect(numeric).toMatchObject({
      min: 0,
      q01: 1,
      q05: 5,
      q25: 25,
      median: 50,
      q75: 75,
      q95: 95,
      q99: 99,
      max: 100,
      mean: 50,
      mad: 25,
    });
    expect(numeric?.sd).toBeCloseTo(Math.sqrt((101 ** 2 - 1) / 12), 10);
  });

  it("survives the edges of the number range and large offsets", () => {
    const edge = profileColumn(numbers([1e308, -1e308, 1.7e308, 1e-308, 5e-324])).numeric;
    for (const value of [edge?.mean, edge?.sd, edge?.mad, ...(edge?.histogram.edges ?? [])])
      expect(value).toSatisfy(Number.isFinite);
    const epoch = profileColumn(numbers([1.7e12, 1.7e12 + 1, 1.7e12 + 2])).numeric;
    expect(epoch?.mean).toBe(1.7e12 + 1);
    expect(epoch?.sd).toBeCloseTo(Math.sqrt(2 / 3), 9);
  });

  it("has no summary without finite values", () => {
    expect(profileColumn(numbers([])).numeric).toBeNull();
    expect(profileColumn(numbers([NaN, Infinity])).numeric).toBeNull();
    expect(warningsOf(numbers([NaN, NaN]))).toEqual(["profile.all-missing"]);
  });

  it("puts every finite value in a bin between ascending borders", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 80 }),
        (values) => {
          const { edges, counts } = profileColumn(numbers(values)).numeric!.histogram;
          expect(counts.reduce((sum, count) => sum + count)).toBe(values.length);
          expect(edges).toHaveLength(counts.length + 1);
          expect(counts.length).toBeLessThanOrEqual(41);
          expect(edges.every((edge, i) => Number.isFinite(edge) && (i === 0 || edge > edges[i - 1]!))).toBe(true);
        },
      ),
      randomRuns(),
    );
  });

  it("draws small whole numbers one to a bin", () => {
    const { edges, counts } = profileColumn(numbers([3, 1, 2, 2, 5])).numeric!.histogram;
    expect(edges).toEqual([0.5, 1.5, 2.5, 3.5, 4.5, 5.5]);
    expect(counts).toEqual([1, 2, 1, 0, 1]);
  });

  it("keeps the bulk visible beside one wild value", () => {
    const { edges, counts } = profileColumn(numbers([...Array.from({ length: 500 }, (_, i) => normal(i)), 1e9]))
      .numeric!.histogram;
    expect(edges.at(-1)).toBeLessThan(20);
    expect(counts.at(-1)).toBeGreaterThanOrEqual(1);
    expect(counts.filter((count) => count > 5).length).toBeGreaterThan(10);
  });
});

describe("warnings", () => {
  const bulk = Array.from({ length: 1000 }, (_, i) => normal(i));

  it("stays silent on a bell curve, a coin and a small category", () => {
    expect(warningsOf(numbers(bulk))).toEqual([]);
    expect(warningsOf(numbers(bulk.map((_, i) => (i % 10 === 0 ? 1 : 0))))).toEqual([]);
    expect(warningsOf(category([0, 1, 2, 0, 1], ["a", "b", "c"]))).toEqual([]);
  });

  it("names constants and near constants with their value", () => {
    expect(profileColumn(numbers([4, 4, 4])).warnings).toEqual([{ code: "profile.constant", values: { value: 4 } }]);
    expect(profileColumn(category([...new Array<number>(999).fill(0), 1], ["__proto__", "b"])).warnings).toEqual([
      { code: "profile.nearly-constant", values: { value: "__proto__", percent: 99.9, others: 1 } },
    ]);
  });

  it("sees heavy tails on either side", () => {
    expect(warningsOf(numbers(bulk.map((value) => Math.exp(4 * value))))).toEqual(["profile.heavy-tail-high"]);
    expect(warningsOf(numbers(bulk.map((value) => -Math.exp(4 * value))))).toEqual(["profile.heavy-tail-low"]);
    expect(warningsOf(numbers([...bulk, 1e6]))).toEqual(["profile.heavy-tail-high"]);
  });

  it("says how much is missing", () => {
    expect(profileColumn(numbers(bulk.map((value, i) => (i % 2 ? NaN : value)))).warnings).toEqual([
      { code: "profile.many-missing", values: { percent: 50 } },
    ]);
  });

  it("knows ids and large alphabets", () => {
    const rows = Array.from({ length: 200 }, (_, i) => i);
    expect(warningsOf(numbers(rows.map((i) => i + 1000)))).toEqual(["profile.looks-like-id"]);
    expect(warningsOf({ kind: "text", name: "t", values: rows.map((i) => `t${i}`) })).toEqual([
      "profile.looks-like-id",
    ]);
    expect(warningsOf({ kind: "text", name: "t", values: rows.map((i) => `t${i >> 1}`) })).toEqual([
      "profile.many-levels",
    ]);
  });
});

describe("a number that stands for no value", () => {
  it("is said, and is no long tail", () => {
    const values = Array.from({ length: 200 }, (_, i) => (i % 20 === 0 ? -9999 : 40 + (i % 13) / 2));
    const { warnings } = profileColumn({ kind: "number", name: "rh", values: Float64Array.from(values) });
    expect(warnings).toEqual([{ code: "profile.sentinel", values: { value: -9999, cells: 10 } }]);
  });
});

describe("profileColumn of words and times", () => {
  it("lists the levels that occur, most frequent first", () => {
    const profile = profileColumn(category([1, 1, -1, 3], ["unused", "constructor", "unused too", "b"]));
    expect(profile).toMatchObject({ missing: 1, distinct: 2 });
    expect(profile.levels).toEqual([
      { level: "constructor", count: 2 },
      { level: "b", count: 1 },
    ]);
    const text = profileColumn({ kind: "text", name: "t", values: ["", "x", "x", "__proto__"] });
    expect(text.levels?.[0]).toEqual({ level: "x", count: 2 });
    expect(text.missing).toBe(1);
  });

  it("reads the clock in UTC, before and after 1970", () => {
    const times = ["2024-03-04T03:59:59.999Z", "1969-12-28T23:00:00Z"].map(Date.parse);
    const { clock } = profileColumn({ kind: "time", name: "when", values: Float64Array.from([...times, NaN]) });
    expect([clock?.hours[3], clock?.hours[23], clock?.weekdays[0], clock?.weekdays[6]]).toEqual([1, 1, 1, 1]);
  });
});
