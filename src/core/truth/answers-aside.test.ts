import { expect, it } from "vitest";
import type { Column } from "../data/column";
import { profileColumn } from "../data/profile";
import { guessRoles } from "../data/role-table";
import { category, numbers } from "../../testing/small-tables";

const ROWS = 200;
const isStrange = (row: number) => row >= 80 && row < 100;
const column = (name: string, value: (row: number) => number) =>
  numbers(name, ...Array.from({ length: ROWS }, (_, row) => value(row)));
const words = (name: string, level: (row: number) => number, ...levels: string[]) =>
  category(
    name,
    Array.from({ length: ROWS }, (_, row) => level(row)),
    levels,
  );
const volts = column("volts", (row) => Math.sin(row) * 3.7);
const label = column("label", (row) => Number(isStrange(row)));
const guessed = (...columns: Column[]) =>
  guessRoles(columns, columns.map(profileColumn)).map(({ role, why }) => `${role}: ${why.code.replace("role.", "")}`);

it.each<[string, Column]>([
  ["the same numbers", column("state", (row) => Number(isStrange(row)))],
  ["other numbers", column("state", (row) => (isStrange(row) ? -1 : 7))],
  ["words", words("state", (row) => Number(isStrange(row)), "runs", "stands")],
  ["a word and blank cells", words("state", (row) => (isStrange(row) ? 0 : -1), "x")],
])("sets aside what says the same as the label in %s, on either side of it", (_, copy) => {
  expect(guessed(copy, volts, label)[0]).toBe("ignore: label-copy");
  expect(guessed(volts, label, copy)[2]).toMatch(/^ignore: (label-copy|duplicate)$/);
});

it("leaves a column that differs from the label in one row", () => {
  const almost = column("state", (row) => Number(isStrange(row) || row === 5));
  expect(guessed(almost, volts, label)[0]).toBe("feature: two-values");
});

it("takes the last of columns without names for the label although an earlier one repeats it", () => {
  const plain = (column: Column, at: number) => ({ ...column, name: `column ${at}` });
  expect(guessed(plain(volts, 1), plain(label, 2), plain(label, 3))).toEqual([
    "feature: number",
    "ignore: label-copy",
    "label: label-shape",
  ]);
});

it("sets aside marks that are named so, and is evaluated by the label beside them", () => {
  const named = column("changepoint", (row) => Number(row === 150));
  expect(guessed(volts, named, label)).toEqual(["feature: number", "ignore: label-marks", "label: label-name"]);
  expect(guessed(volts, named)[1]).toBe("label: label-name");
  const measured = column("mark", (row) => row % 7);
  expect(guessed(volts, measured, label)[1]).toBe("feature: number");
});

it("sets aside marks behind a label that stand where it begins, holds and ends", () => {
  const marks = column("cp", (row) => Number([80, 86, 93, 100].includes(row)));
  expect(guessed(volts, label, marks)[2]).toBe("ignore: label-marks");
});

it.each<[string, Column[]]>([
  ["before the label", [volts, column("relay", (row) => Number([80, 86, 93].includes(row))), label]],
  [
    "behind a label that other measurements follow",
    [
      volts,
      label,
      column("relay", (row) => Number([80, 86, 93].includes(row))),
      column("amperes", (row) => Math.cos(row)),
    ],
  ],
  ["elsewhere", [volts, label, column("relay", (row) => Number([20, 86, 93].includes(row)))]],
  [
    "in one row, by chance",
    [volts, column("y", (row) => Number(row % 3 === 0)), column("relay", (row) => Number(row === 3))],
  ],
])("leaves a rare switch %s", (_, columns) => {
  const at = columns.findIndex(({ name }) => name === "relay");
  expect(guessed(...columns)[at]).toBe("feature: two-values");
});
