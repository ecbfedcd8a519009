import { expect, it } from "vitest";
import { category, numbers, text } from "../../testing/small-tables";
import { normalDeviates, seededRandom } from "../math/random";
import type { Column } from "../data/column";
import { offeredGroup } from "./offered-group";

const ROWS = 300;
const normal = normalDeviates(seededRandom(4));
const rows = Array.from({ length: ROWS }, (_, row) => row);
const numbersBy = (name: string, value: (row: number) => number) => numbers(name, ...rows.map(value));
const codesBy = (name: string, count: number, code: (row: number) => number) =>
  category(
    name,
    rows.map(code),
    Array.from({ length: count }, (_, at) => `${name} ${at}`),
  );

const payee = codesBy("payee", 5, (row) => row % 5);
const day = codesBy("day", 7, (row) => row % 7);
const amount = numbersBy("amount", (row) => 100 * (row % 5) + 3 * normal());
const fee = numbersBy("fee", (row) => 3 * (row % 5) + 2 * normal());
const noise = numbersBy("noise", () => normal());

const offered = (...columns: Column[]) => offeredGroup(columns, [...columns.keys()], () => Promise.resolve());

it("offers the category that explains most of a number, and tells how much", async () => {
  const offer = await offered(noise, day, fee, payee, amount);
  expect(offer?.column).toBe(3);
  expect(offer?.numbers.map(({ column }) => column)).toEqual([4, 2]);
  expect(offer?.numbers[0]?.share).toBeGreaterThan(0.9);
});

it("looks only at the columns that count", async () => {
  const columns = [payee, amount, day];
  expect(await offeredGroup(columns, [1, 2], () => Promise.resolve())).toBeNull();
  expect(await offeredGroup(columns, [0, 2], () => Promise.resolve())).toBeNull();
});

it("prefers the coarser of two categories that say the same", async () => {
  const finer = codesBy("account", 10, (row) => row % 10);
  expect((await offered(finer, payee, amount))?.column).toBe(1);
});

it.each<[string, Column[]]>([
  ["noise", [noise, payee, day]],
  ["no number", [payee, text("x", ...rows.map(String))]],
  [
    "groups too small to compare within",
    [codesBy("order", 50, (row) => row % 50), numbersBy("x", (row) => (row % 50) + normal() / 9)],
  ],
  [
    "a rare value with other numbers",
    [codesBy("state", 2, (row) => Number(row % 12 === 0)), numbersBy("x", (row) => (row % 12 ? 0 : 50) + normal())],
  ],
  [
    "too many rows outside of the groups",
    [
      codesBy("who", 202, (row) => (row < 200 ? row % 2 : row - 98)),
      numbersBy("x", (row) => (row % 2) * 50 + normal()),
    ],
  ],
  ["a number that only writes the category down", [payee, numbersBy("payee no", (row) => 70 + (row % 5))]],
])("offers nothing for %s", async (_, columns) => expect(await offered(...columns)).toBeNull());

it("finds it in a sample of many rows, and goes on counting groups in all of them", async () => {
  const many = Array.from({ length: 60_000 }, (_, row) => row);
  const codes = category(
    "shop",
    many.map((row) => row % 3),
    ["a", "b", "c"],
  );
  const offer = await offered(codes, numbers("price", ...many.map((row) => (row % 3) * 10 + normal())));
  expect(offer?.numbers[0]?.share).toBeGreaterThan(0.8);
});
