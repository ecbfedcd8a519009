import { expect, it } from "vitest";
import type { Column } from "../data/column";
import { upperTail } from "../math/hypergeometric";
import { normalDeviates, seededRandom } from "../math/random";
import { inCommon } from "./in-common";

const ROWS = 1200;
const rows = Uint32Array.from({ length: ROWS }, (_, row) => row);
const rest = () => Promise.resolve();

/** Three categories and three columns of numbers that know nothing of each other. */
function table(seed: number) {
  const random = seededRandom(seed);
  const normal = normalDeviates(random);
  const category = (name: string, levels: readonly string[]): Column => ({
    kind: "category",
    name,
    levels,
    codes: Int32Array.from({ length: ROWS }, () => Math.floor(random() * levels.length)),
  });
  const number = (name: string, value: () => number): Column => ({
    kind: "number",
    name,
    values: Float64Array.from({ length: ROWS }, value),
  });
  const columns = [
    category("channel", ["web", "shop", "phone"]),
    category("country", ["DE", "FR", "NL", "ES", "IT", "PL"]),
    number("hour", () => Math.floor(random() * 24)),
    number("amount", () => Math.exp(normal())),
    number("age", () => 40 + 12 * normal()),
    category("plan", ["a", "b", "c", "d"]),
  ];
  return { columns: columns.map((column, position) => ({ column, position })), random };
}

it("knows the tail of Fisher's exact test", () => {
  // Fisher's tea: 3 of 4 cups right by chance, or more.
  expect(Math.exp(upperTail(3, 4, 4, 8))).toBeCloseTo(17 / 70, 12);
  expect(Math.exp(upperTail(4, 4, 4, 8))).toBeCloseTo(1 / 70, 12);
  expect(upperTail(0, 4, 4, 8)).toBe(0);
  expect(upperTail(5, 4, 4, 8)).toBe(-Infinity);
});

it("finds a planted pair of values first, of 40 tables at least in 38", async () => {
  let found = 0;
  for (let seed = 1; seed <= 40; seed++) {
    const { columns, random } = table(seed);
    const [channel, , hour] = columns.map(({ column }) => column);
    const isPlanted = (row: number) =>
      channel?.kind === "category" && channel.codes[row] === 0 && hour?.kind === "number" && hour.values[row]! <= 4;
    const flagged = rows.filter((row) => (isPlanted(row) ? random() < 0.6 : random() < 0.005));
    const [first] = await inCommon(columns, rows, flagged, rest);
    const named = first?.traits.map(({ column }) => column).sort();
    const hours = first?.traits.find(({ column }) => column === 2);
    if (named?.join() === "0,2" && hours?.kind === "range" && hours.min === 0 && hours.max >= 2 && hours.max <= 6)
      found += 1;
  }
  expect(found).toBeGreaterThanOrEqual(38);
});

it("says nothing of rows that were flagged at random, of 60 tables at least in 57", async () => {
  let silent = 0;
  for (let seed = 1; seed <= 60; seed++) {
    const { columns, random } = table(1000 + seed);
    const flagged = rows.filter(() => random() < 0.04);
    if ((await inCommon(columns, rows, flagged, rest)).length === 0) silent += 1;
  }
  expect(silent).toBeGreaterThanOrEqual(57);
});

it("tells the next thing of the rows that the first does not cover, with counts of all", async () => {
  const { columns } = table(7);
  const country = columns[1]!.column;
  const age = columns[4]!.column;
  const isFrench = (row: number) => country.kind === "category" && country.codes[row] === 1;
  const isOld = (row: number) => age.kind === "number" && age.values[row]! > 62;
  const flagged = rows.filter((row) => (isFrench(row) && row % 3 === 0) || isOld(row));
  const said = await inCommon(columns, rows, flagged, rest);
  expect(said.map(({ traits }) => traits.map(({ column }) => column))).toEqual(expect.arrayContaining([[1], [4]]));
  const french = said.find(({ traits }) => traits[0]?.column === 1);
  const frenchRows = rows.filter(isFrench);
  expect(french).toMatchObject({ traits: [{ kind: "level", level: "FR" }], flagged: flagged.length });
  expect(french!.have + french!.othersHave).toBe(frenchRows.length);
  expect(french!.ratio.low).toBeGreaterThan(1);
  expect(french!.ratio.high).toBeGreaterThan(french!.ratio.value);
});

it("says nothing where nothing is flagged, or everything", async () => {
  const { columns } = table(3);
  expect(await inCommon(columns, rows, new Uint32Array(), rest)).toEqual([]);
  expect(await inCommon(columns, rows, rows, rest)).toEqual([]);
});
