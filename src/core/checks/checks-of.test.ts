import { expect, it } from "vitest";
import { category, numbers, table, text, times } from "../../testing/small-tables";
import type { Column } from "../data/column";
import { normalDeviates, seededRandom } from "../math/random";
import type { Role } from "../prepare/recipe";
import { checksOf } from "./checks-of";

const normal = normalDeviates(seededRandom(2));
const many = <T>(count: number, value: (at: number) => T) => Array.from({ length: count }, (_, at) => value(at));
const HOUR = 3_600_000;
/** Monday, 1 January 2024, at noon. */
const NOON = Date.UTC(2024, 0, 1, 12);
/** Working days only, one after the other. */
const workday = (at: number) => NOON + (Math.floor(at / 5) * 7 + (at % 5)) * 24 * HOUR;
const grown = many(1000, () => Math.exp(2.5 * normal()));
const drawn = many(400, normal);

async function toldOf(columns: readonly Column[], roles: readonly Role[] = columns.map(() => "feature")) {
  const none = columns.map(() => ({ count: 0, examples: [] }));
  const checks = await checksOf(table(...columns), roles, none, false, () => Promise.resolve());
  return checks.map(({ note, rows }) => [
    note.code,
    note.values?.["count"],
    rows.length <= 6 ? [...rows] : rows.length,
  ]);
}
const told = (column: Column, role: Role = "feature") => toldOf([column], [role]);
const changed = <T>(all: readonly T[], at: number, value: T) => all.map((one, place) => (place === at ? value : one));

it("tells gaps in the numbers of documents by the rows behind them, whatever stands in front of the digits", async () => {
  const invoices = many(400, (at) => 1000 + at + (at >= 100 ? 1 : 0));
  expect(await told(numbers("no", ...invoices), "id")).toEqual([["check.gaps", 1, [100]]]);
  expect(await told(numbers("no", ...many(400, (at) => 1000 + at)), "id")).toEqual([]);
  expect(await told(numbers("no", ...many(400, (at) => 1000 + 7 * at)), "id")).toEqual([]);
  const series = invoices.map((no, at) => (at % 2 === 0 ? `A-${no >> 1}` : `B/${no >> 1}`));
  expect(await told(text("beleg", ...series), "ignore")).toEqual([["check.gaps", 1, [101]]]);
});

it("tells numbers of documents that are given twice", async () => {
  const twice = changed(many(400, String), 30, "29").map((no) => `RE${no.padStart(5, "0")}`);
  expect((await told(text("beleg", ...twice), "ignore")).slice(0, 1)).toEqual([["check.given-twice", 1, [29, 30]]]);
});

it("tells rows that repeat an earlier one, but for what numbers them, and but for one cell", async () => {
  const rows = (own: readonly number[]) => [
    numbers("a", ...own),
    ...["b", "c", "d"].map((name, at) => numbers(name, ...changed(own, 9, own[8] ?? NaN).map((value) => value + at))),
  ];
  expect(await toldOf(rows(drawn).slice(1))).toEqual([["check.copies", 1, [8, 9]]]);
  expect(await toldOf(rows(drawn))).toEqual([["check.near-copies", 1, [8, 9]]]);
  const numbered = [numbers("id", ...many(400, (at) => at)), ...rows(changed(drawn, 9, drawn[8] ?? NaN))];
  expect(await toldOf(numbered, ["id", "feature", "feature", "feature", "feature"])).toEqual([
    ["check.copies-but", 1, [8, 9]],
  ]);
});

it("tells dates before those that they follow in all other rows", async () => {
  const booked = many(300, workday);
  const due = changed(booked, 7, booked[6] ?? NaN).map((time, at) => (at === 7 ? time - HOUR : time + 14 * 24 * HOUR));
  expect(await toldOf([times("booked", ...booked), times("due", ...due)])).toEqual([["check.before", 1, [7]]]);
});

it("tells values as if in another unit, round amounts, and what crowds below a limit", async () => {
  const weights = drawn.map((one) => 70 + 5 * one + 0.001);
  expect(await told(numbers("kg", ...changed(weights, 5, 71_250.5)))).toEqual([["check.times-too-large", 1, [5]]]);
  expect(await told(numbers("share", ...many(400, (at) => ((at * 7919) % 400) / 400 + 0.001)))).toEqual([]);
  const amounts = many(400, (at) => 137.03 + ((at * 7919) % 90_000) / 100);
  expect(await told(numbers("amount", ...amounts))).toEqual([]);
  expect(await told(numbers("amount", ...changed(changed(amounts, 3, 800), 4, 400)))).toEqual([
    ["check.round", 2, [3, 4]],
  ]);
  const split = many(1000, (at) => (at % 25 === 0 ? 985.13 + at / 100 : 137.03 + ((at * 7919) % 90_000) / 100));
  expect((await told(numbers("amount", ...split))).map(([code]) => code)).toEqual(["check.below-limit"]);
});

it("tells columns of which one value goes with one of another, and the rows that break it", async () => {
  const payee = many(300, (at) => at % 5);
  const names = ["A", "B", "C", "D", "E"];
  const town = (codes: readonly number[]) =>
    category(
      "town",
      [...codes],
      names.map((name) => `${name}-town`),
    );
  expect(await toldOf([category("payee", payee, names), town(payee)])).toEqual([["check.counted-twice", 0, []]]);
  expect(await toldOf([category("payee", payee, names), town(changed(payee, 12, 4))])).toEqual([
    ["check.one-to-one-but", 1, [12]],
  ]);
  const region = changed(
    payee.map((code) => Math.floor(code / 2)),
    11,
    2,
  );
  expect(await toldOf([category("payee", payee, names), category("region", region, ["N", "S", "W"])])).toEqual([
    ["check.implies-but", 1, [11]],
  ]);
  expect(
    await toldOf([
      category("payee", payee, names),
      category(
        "day",
        many(300, (at) => at % 7),
        ["a", "b", "c", "d", "e", "f", "g"],
      ),
    ]),
  ).toEqual([]);
});

it("offers to ignore what people are where few of them are so", async () => {
  const codes = many(300, (at) => (at % 60 === 7 ? 2 : at % 2));
  const gender = category("Geschlecht", codes, ["m", "w", "d"]);
  const none = [{ count: 0, examples: [] }];
  const [check] = await checksOf(table(gender), ["feature"], none, false, () => Promise.resolve());
  expect([check?.note.code, check?.rows.length, check?.ignorable]).toEqual(["check.sensitive", 5, [0]]);
  expect(await told(category("colour", codes, ["m", "w", "d"]))).toEqual([]);
});

it("tells cells that could not be read, among the rows without a value", async () => {
  const [check] = await checksOf(
    table(numbers("a", 1, NaN, 3, NaN)),
    ["feature"],
    [{ count: 1, examples: ["12;5"] }],
    false,
    () => Promise.resolve(),
  );
  expect([check?.note.code, check?.note.values?.["of"], [...(check?.rows ?? [])]]).toEqual([
    "check.unreadable-among",
    2,
    [1, 3],
  ]);
});

it("tells the few bookings at weekends and at night", async () => {
  const booked = many(300, workday);
  expect(await told(times("booked", ...booked))).toEqual([]);
  expect(await told(times("booked", ...booked.map((time, at) => (at === 44 ? time + 24 * HOUR : time))))).toEqual([
    ["check.weekend", 1, [44]],
  ]);
  expect(await told(times("booked", ...booked.map((time, at) => (at === 40 ? time + 11 * HOUR : time))))).toEqual([
    ["check.night", 1, [40]],
  ]);
  expect(await told(times("booked", ...many(300, (at) => NOON + 5 * HOUR * at)))).toEqual([]);
  expect(await told(times("day", ...booked.map((time) => time - 12 * HOUR)))).toEqual([]);
});

it("tells first digits only where the law can be expected and does not hold", async () => {
  expect(await told(numbers("amount", ...grown))).toEqual([]);
  const raised = grown.map((amount, at) => (at % 4 === 0 ? 9.5 * 10 ** (at % 3) : amount));
  const [check, ...others] = await told(numbers("amount", ...raised));
  expect(others).toEqual([]);
  expect(check?.[0]).toBe("check.first-digits");
  expect(check?.[1]).toBeGreaterThan(250);
  expect(await told(numbers("height", ...many(1000, () => 170 + 8 * normal())))).toEqual([]);
  expect(await told(numbers("amount", ...raised), "ignore")).toEqual([]);
});
