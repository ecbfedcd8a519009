import { expect, it } from "vitest";
import { category, numbers, text } from "../../testing/small-tables";
import { normalDeviates, seededRandom } from "../math/random";
import { leakOf } from "./label-leaks";

const ROWS = 1000;
const random = seededRandom(3);
const normal = normalDeviates(seededRandom(4));
const verdicts = Int8Array.from({ length: ROWS }, () => Number(random() < 0.04));
const isStrange = (row: number) => verdicts[row] === 1;
const rows = Array.from({ length: ROWS }, (_, row) => row);
const column = (value: (row: number) => number) => numbers("x", ...rows.map(value));
const said = (values: ReturnType<typeof column>, known = verdicts) => leakOf(values, known, "label")?.code ?? null;

it.each([
  [
    "a finer class",
    category(
      "x",
      rows.map((row) => (isStrange(row) ? 2 + (row % 2) : row % 2)),
      ["a", "b", "c", "d"],
    ),
    "leak.all",
  ],
  ["a code", column((row) => (isStrange(row) ? 7 : row % 3)), "leak.all"],
  ["a code with one slip", column((row) => (isStrange(row) || row === verdicts.indexOf(0) ? 1 : 0)), "leak.nearly"],
  ["an amount that only strange rows have", column((row) => (isStrange(row) ? 10 + normal() : 0)), "leak.all"],
  ["a value that only strange rows have", column((row) => (isStrange(row) ? normal() : NaN)), "leak.all"],
  ["one value of all strange rows, the others measured", column((row) => (isStrange(row) ? -1 : normal())), "leak.all"],
  [
    "words that only strange rows have",
    text("x", ...rows.map((row) => (isStrange(row) ? `ticket ${row}` : ""))),
    "leak.all",
  ],
  ["a score worked out of the label", column((row) => verdicts[row]! + 0.02 * normal()), "leak.in-step"],
  ["the same turned round", column((row) => 5 - 3 * verdicts[row]! + 0.05 * normal()), "leak.in-step"],
])("%s: %#", (_, values, code) => expect(said(values)).toBe(code));

it("tells how many rows a near leak misses", () => {
  const many = Int8Array.from({ length: ROWS }, (_, row) => Number(row % 4 === 0));
  const almost = column((row) => (row === 8 || row === 9 ? 1 - many[row]! : many[row]!));
  expect(leakOf(almost, many, "label")).toEqual({
    code: "leak.nearly",
    values: { label: "label", count: 2, rows: ROWS },
  });
});

it.each([
  ["measurements", column(() => normal())],
  ["measurements that are far out in strange rows", column((row) => (isStrange(row) ? 8 + normal() : normal()))],
  ["an id", column((row) => row)],
  ["a place of its own for every row", text("x", ...rows.map((row) => `row ${row}`))],
  ["a switch that half of the strange rows have", column((row) => Number(isStrange(row) && row % 2 === 0))],
  ["the same everywhere", column(() => 3)],
])("%s gives nothing away", (_, values) => expect(said(values)).toBeNull());

it("says nothing of so few rows that chance would do", () => {
  const few = Int8Array.from({ length: ROWS }, (_, row) => Number(row < 7));
  expect(
    said(
      column((row) => few[row]!),
      few,
    ),
  ).toBeNull();
});

it("looks only at rows that the label speaks of", () => {
  const half = verdicts.map((verdict, row) => (row % 2 ? -1 : verdict));
  expect(
    said(
      column((row) => (row % 2 ? row % 5 : verdicts[row]!)),
      half,
    ),
  ).toBe("leak.all");
});
