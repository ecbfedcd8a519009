import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Column } from "../data/column";
import type { Note } from "../data/note";
import { profileColumn } from "../data/profile";
import { seededRandom } from "../math/random";
import type { Attribution } from "./attribution";
import { explainRow, methodOf } from "./explain-row";

const rows = 1000;
const random = seededRandom(3);
const day = 86_400_000;
const monday = Date.UTC(2024, 0, 1);

/** Ordinary values everywhere; row 0 to 9 are set by hand in each test's column. */
const number = (name: string, set: Record<number, number>, draw = () => 100 + 100 * random()): Column => ({
  kind: "number",
  name,
  values: Float64Array.from({ length: rows }, (_, row) => set[row] ?? draw()),
});
const category = (name: string, set: Record<number, number>, levels = ["DE", "FR", "KP"]): Column => ({
  kind: "category",
  name,
  codes: Int32Array.from({ length: rows }, (_, row) => set[row] ?? row % 2),
  levels,
});
/** Working days from 9 to 17 o'clock. */
const time = (name: string, set: Record<number, number>): Column => ({
  kind: "time",
  name,
  values: Float64Array.from({ length: rows }, (_, row) => {
    const ordinal = row % 250;
    return set[row] ?? monday + (Math.floor(ordinal / 5) * 7 + (ordinal % 5)) * day + (9 + (row % 8)) * 3_600_000;
  }),
});

function explain(columns: readonly Column[], row: number, values: readonly number[], limit?: number) {
  const attribution: Attribution = { over: "features", values: Float32Array.from(values), additive: true };
  return explainRow({
    attribution,
    featureColumns: values.map((_, feature) => Math.min(feature, columns.length - 1)),
    columns,
    profiles: columns.map(profileColumn),
    row,
    method: { code: "method.adds-up" },
    ...(limit === undefined ? {} : { limit }),
  });
}

function noteOf(column: Column, row: number): Note {
  return explain([column], row, [1]).contributions[0]!.note; // one column, one contribution
}

describe("shares", () => {
  const columns = [number("a", {}), number("b", {}), number("c", {})];

  it("adds the features of a column up and orders by size, keeping the sign", () => {
    const { contributions } = explain(columns, 50, [1, -3, 0.5, 0.5]);
    expect(contributions.map(({ column }) => column)).toEqual([1, 0, 2]);
    [-0.6, 0.2, 0.2].forEach((share, at) => expect(contributions[at]!.share).toBeCloseTo(share, 6)); // three of them
  });

  it("leaves out what contributes nothing and keeps to the limit", () => {
    expect(explain(columns, 50, [0, 0, 1]).contributions.map(({ column }) => column)).toEqual([2]);
    expect(explain(columns, 50, [0, 0, 0]).contributions).toEqual([]);
    expect(explain(columns, 50, [1, 2, 3], 2).contributions.length).toBe(2);
  });

  it("gives the value and what is typical beside it", () => {
    const [first] = explain([number("a", { 3: 900 }), category("b", {})], 3, [2, 1]).contributions;
    expect(first!.value).toBe(900); // the larger contribution
    expect(first!.typical).toMatchObject({ middle: expect.closeTo(150, -1) as number });
    const [, second] = explain([number("a", {}), category("b", {})], 3, [2, 1]).contributions;
    expect(second!.typical).toEqual({ level: "DE", share: 0.5 });
  });
});

describe("reasons", () => {
  const cases: [string, Column, number, Note["code"], Record<string, unknown>][] = [
    ["a multiple", number("amount", { 4: 4310 }), 4, "reason.times-usual", { column: "amount", value: 4310 }],
    ["a small part", number("amount", { 4: 3 }), 4, "reason.part-of-usual", { value: 3, percent: 2 }],
    ["the highest", number("t", { 4: 205 }), 4, "reason.highest", { value: 205, rows }],
    ["the lowest, below zero", number("t", { 4: -9 }), 4, "reason.lowest", { value: -9, rows }],
    ["a shared top", number("t", { 4: 205, 5: 205 }), 4, "reason.among-highest", { rank: 2, rows }],
    ["a shared bottom", number("t", { 4: -5, 5: -5 }), 4, "reason.among-lowest", { rank: 2 }],
    ["infinity", number("t", { 4: Infinity }), 4, "reason.infinite-high", { column: "t" }],
    ["minus infinity", number("t", { 4: -Infinity }), 4, "reason.infinite-low", { column: "t" }],
    ["a missing number", number("t", { 4: Number.NaN }), 4, "reason.missing", { percent: 0.1 }],
    ["a missing level", category("country", { 4: -1, 5: -1 }), 4, "reason.missing", { percent: 0.2 }],
    ["a rare level", category("country", { 4: 2, 5: 2 }), 4, "reason.level", { value: "KP", percent: 0.2 }],
    ["a level seen once", category("country", { 4: 2 }), 4, "reason.only-row", { value: "KP", rows }],
    ["a common level", category("country", {}), 4, "reason.usual", { value: "DE" }],
    ["a rare flag", number("flag", { 4: 1, 5: 1 }, () => 0), 4, "reason.level", { value: 1, percent: 0.2 }],
    [
      "a hole between two humps",
      number("x", { 4: 150 }, () => (random() < 0.5 ? 100 : 190) + 9 * random()),
      4,
      "reason.gap",
      {},
    ],
    ["a usual number", number("x", { 4: 150 }), 4, "reason.usual", { value: 150 }],
    ["an hour", time("paid", { 4: monday + 3.2 * 3_600_000 }), 4, "reason.hour", { time: "03:12", percent: 0.1 }],
    ["a weekday", time("paid", { 4: monday + 6 * day + 10 * 3_600_000 }), 4, "reason.weekday.sunday", { percent: 0.1 }],
    [
      "a last day",
      time("paid", { 4: monday + 700 * day + 10 * 3_600_000 }),
      4,
      "reason.latest",
      { date: "2025-12-01" },
    ],
  ];

  it.each(cases)("tells %s", (_name, column, row, code, values) => {
    const note = noteOf(column, row);
    expect(note.code).toBe(code);
    expect(note.values).toMatchObject(values);
  });

  it("never says higher than 100 % of the rows", () => {
    const column = number("t", Object.fromEntries(Array.from({ length: 30 }, (_, row) => [row, 201 + row / 10])));
    for (let row = 0; row < 30; row++) {
      const note = noteOf(column, row);
      if (note.code === "reason.higher-than") expect(note.values?.["percent"]).toBeLessThanOrEqual(99.9);
    }
    expect(noteOf(column, 15)).toMatchObject({ code: "reason.higher-than", values: { percent: 98.5 } });
  });

  it("names the partners of a value that is ordinary on its own", () => {
    const columns = [number("height", { 4: 150 }), number("weight", { 4: 150 }), number("age", { 4: 150 })];
    const [first] = explain(columns, 4, [3, 2, -1]).contributions;
    expect(first).toMatchObject({
      direction: "combination",
      note: { code: "reason.combination", values: { other: "weight" } },
    });
  });

  it("has a message for every reason and method it can give", () => {
    const catalogue = (file: string) => readFileSync(`src/messages/en/notes/${file}.json`, "utf8");
    const known = JSON.parse(catalogue("reason")) as { reason: Record<string, unknown> };
    for (const [, column, row] of cases) {
      const message = noteOf(column, row)
        .code.split(".")
        .slice(1)
        .reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], known.reason); // nested objects of the catalogue
      expect(typeof message).toBe("string");
      for (const [, name] of String(message).matchAll(/{{(\w+)}}/g))
        expect(noteOf(column, row).values).toHaveProperty(name!); // the group matched
    }
    const methods = JSON.parse(catalogue("method")) as { method: Record<string, string> };
    const attribution = (additive: boolean): Attribution => ({
      over: "features",
      values: new Float32Array(1),
      additive,
    });
    for (const method of [
      methodOf(attribution(true), true),
      methodOf(attribution(false), true),
      methodOf(attribution(true), false),
    ])
      expect(methods.method[method.code.replace("method.", "")]).toBeTruthy();
  });
});
