import fc from "fast-check";
import { expect, test } from "vitest";
import { randomRuns } from "../testing/random-runs";
import { decodeRecents } from "./recents";

const recent = {
  fingerprint: "f",
  name: "a.csv",
  bytes: 7,
  sample: null,
  savedAt: 1,
  rows: 3,
  columns: 2,
  rowKind: "series",
};

test("what is kept comes back as it was", () => {
  expect(decodeRecents(JSON.parse(JSON.stringify([recent])))).toEqual([recent]);
});

test("an earlier version said of images alone what they are", () => {
  const old = Object.fromEntries(Object.entries(recent).filter(([name]) => name !== "rowKind"));
  expect(decodeRecents([{ ...old, images: true }, old, { ...old, images: false }])).toEqual([
    { ...recent, rowKind: "images" },
    { ...recent, rowKind: "rows" },
    { ...recent, rowKind: "rows" },
  ]);
});

test("a kind of row that is not known is left out, and what has no name is no file", () => {
  expect(decodeRecents([{ ...recent, rowKind: "pairs" }, { ...recent, name: 4 }, null])).toEqual([
    { ...recent, rowKind: "rows" },
  ]);
});

test("anything else that was kept gives a list", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(Array.isArray(decodeRecents(value))).toBe(true);
      for (const { savedAt, rows } of decodeRecents([value, recent]))
        expect([savedAt, rows].every(Number.isFinite)).toBe(true);
    }),
    randomRuns(200),
  );
});
