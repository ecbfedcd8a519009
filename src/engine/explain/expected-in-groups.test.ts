import { expect, it } from "vitest";
import { openTable, requestFor } from "../../testing/open-table";
import { createInlineEngine } from "../inline";

it("expects of a row what is usual in its own group", async () => {
  const lines = Array.from({ length: 80 }, (_, row) => {
    const usual = row % 2 === 0 ? 10 : 1000;
    return `${row % 2 === 0 ? "small" : "large"},${row === 41 ? 1300 : usual + (row % 7)}`;
  });
  const engine = createInlineEngine();
  const card = await openTable(engine, `machine,load\n${lines.join("\n")}\n`);
  expect(card.recipe.withinGroup).toBe(true);
  const { key, order } = await engine.start("run", requestFor(card, "robust-z"), () => undefined).result;
  expect(order[0]).toBe(41);
  const [strange, usual] = await engine.ask("explain", { run: key, rows: Uint32Array.of(41, 40) });
  const expectedOf = (explanation: typeof strange) =>
    explanation?.contributions.find(({ column }) => column === 1)?.expected;
  expect(expectedOf(strange)).toBeCloseTo(1003, -1);
  expect(expectedOf(usual)).toBeCloseTo(13, -1);
  expect(strange?.group).toBe("large");
  const typical = strange?.contributions.find(({ column }) => column === 1)?.typical;
  expect(typical && "low" in typical && typical.low).toBeGreaterThanOrEqual(1000);
  const nearest = await engine.ask("nearest", { run: key, row: 41, threshold: 3 });
  expect(nearest?.cells[0]).toBe("large");
});
