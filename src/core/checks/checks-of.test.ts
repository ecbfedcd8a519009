import { expect, it } from "vitest";
import { numbers, table, times } from "../../testing/small-tables";
import type { Column } from "../data/column";
import { normalDeviates, seededRandom } from "../math/random";
import type { Role } from "../prepare/recipe";
import { checksOf } from "./checks-of";

const normal = normalDeviates(seededRandom(2));
const many = (count: number, value: (at: number) => number) => Array.from({ length: count }, (_, at) => value(at));
const HOUR = 3_600_000;
/** Monday, 1 January 2024, at noon. */
const NOON = Date.UTC(2024, 0, 1, 12);
/** Working days only, one after the other. */
const workday = (at: number) => NOON + (Math.floor(at / 5) * 7 + (at % 5)) * 24 * HOUR;
const grown = many(1000, () => Math.exp(2.5 * normal()));

async function told(column: Column, role: Role = "feature") {
  const checks = await checksOf(table(column), [role], () => Promise.resolve());
  return checks.map(({ note, rows }) => [
    note.code,
    note.values?.["count"],
    rows.length <= 3 ? [...rows] : rows.length,
  ]);
}

it("tells gaps in the numbers of documents by the rows behind them", async () => {
  const invoices = many(400, (at) => 1000 + at + (at >= 100 ? 1 : 0));
  expect(await told(numbers("no", ...invoices), "id")).toEqual([["check.gaps", 1, [100]]]);
  expect(await told(numbers("no", ...many(400, (at) => 1000 + at)), "id")).toEqual([]);
  expect(await told(numbers("no", ...many(400, (at) => 1000 + 7 * at)), "id")).toEqual([]);
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
