import { expect, it } from "vitest";
import { seededRandom } from "../../core/math/random";
import { openTable, requestFor } from "../../testing/open-table";
import { createInlineEngine } from "../inline";
import type { RunResult } from "../protocol";

const ROWS = 50_000;
/** One of so many rows is far out. */
const EVERY = 2500;

/** One column, so that fifty thousand rows are read in a moment. */
function longCsv(rows = ROWS): string {
  const random = seededRandom(3);
  const lines = Array.from({ length: rows }, (_, row) =>
    row % EVERY === 7 ? 900 + Math.floor(random() * 50) : Math.round(100 * (random() + random() + random())) / 4,
  );
  return ["a", ...lines, ""].join("\n");
}

async function looked(rows = ROWS) {
  const engine = createInlineEngine();
  const card = await openTable(engine, longCsv(rows));
  const firsts: RunResult[] = [];
  const job = engine.start("run", requestFor(card, "own-tail"), ({ firstLook }) => firstLook && firsts.push(firstLook));
  return { engine, firsts, result: await job.result };
}

it("tells what stands out in a sample before all rows are scored, under a key that can be asked about", async () => {
  const { engine, firsts, result } = await looked();
  const [first = expect.fail("nothing was told")] = firsts;
  expect(firsts).toHaveLength(1);
  expect(first.sampled).toEqual({ rows: 10_000, of: ROWS });
  expect(first.order).toHaveLength(10_000);
  expect(first.scores.filter(Number.isFinite)).toHaveLength(10_000);
  expect(result.sampled).toBeUndefined();
  expect(result.order).toHaveLength(ROWS);

  // What stands out in the sample is what stands out among all.
  expect(first.suggestions.map(({ value }) => value)).toEqual(result.suggestions.map(({ value }) => value));
  const [{ value: threshold, count } = expect.fail("no threshold")] = first.suggestions;
  expect(count).toBeGreaterThan(0);
  const strange = first.order.subarray(0, count);
  expect([...strange].every((row) => row % EVERY === 7 && result.scores[row]! >= threshold)).toBe(true);

  const asked = { run: first.key, threshold, most: 1, leastSteps: 1, mergeGap: 0 };
  const { total, things } = await engine.ask("findings", asked);
  expect(total).toBe(count);
  expect(things[0]?.note?.values).toMatchObject({ column: "a" });
  await engine.ask("forget", { run: first.key });
  await expect(engine.ask("findings", asked)).rejects.toMatchObject({ info: { code: "unknown-run" } });
});

it("scores all rows at once where they are not so many", async () => {
  const { firsts, result } = await looked(400);
  expect(firsts).toEqual([]);
  expect(result.order).toHaveLength(400);
});
