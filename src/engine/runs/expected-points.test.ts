import { expect, it } from "vitest";
import { seededRandom } from "../../core/math/random";
import { createInlineEngine } from "../inline";
import { openTable, requestFor } from "../../testing/open-table";

const quiet = () => undefined;

/** Houses whose price follows from their size; the last but one is far too cheap. */
function houses(rows: number): string {
  const random = seededRandom(3);
  const lines = Array.from({ length: rows }, (_, row) => {
    const size = 40 + 160 * random();
    const price = row === rows - 2 ? 90_000 : 3000 * size * (0.95 + 0.1 * random());
    return `${size.toFixed(1)},${(1950 + 70 * random()).toFixed(0)},${price.toFixed(0)}`;
  });
  return ["size,built,price", ...lines, ""].join("\n");
}

it("tells actual beside expected values, the strangest row first, and nothing of a detector that expects nothing", async () => {
  const engine = createInlineEngine();
  const card = await openTable(engine, houses(3000));
  const run = await engine.start("run", requestFor(card, "expected-from-others", { column: "price" }), quiet).result;
  const points = (await engine.ask("expectedPoints", { run: run.key }))!; // it expects a number
  expect(points).toMatchObject({ column: "price", feature: 2 });
  expect(points.rows[0]).toBe(2998);
  expect(points.actual[0]).toBe(90_000);
  expect(points.low[0]!).toBeGreaterThan(90_000); // of the first
  expect(points.rows.length).toBeLessThan(2100);
  const inBand = points.actual.filter((value, at) => value >= points.low[at]! && value <= points.high[at]!); // one for each
  expect(inBand.length / points.actual.length).toBeGreaterThan(0.8);
  const forest = await engine.start("run", requestFor(card, "isolation-forest"), quiet).result;
  expect(await engine.ask("expectedPoints", { run: forest.key })).toBeNull();
});
