import { expect, it } from "vitest";
import { normalDeviates, seededRandom } from "../../core/math/random";
import { rocAuc } from "../../core/score/metrics";
import { openTable, requestFor } from "../../testing/open-table";
import { createInlineEngine } from "../inline";
import type { KnownRequest, RunRequest } from "../protocol";

const ROWS = 240;
const isStrange = (row: number) => row % 12 === 0;
const all = Array.from({ length: ROWS }, (_, row) => row);
const normal = normalDeviates(seededRandom(3));
const lines = all.map((row) => {
  // Strange by two columns together: neither alone tells.
  const level = normal();
  const other = isStrange(row) ? -level : level;
  return `${level.toFixed(3)},${(other + 0.1 * normal()).toFixed(3)},${isStrange(row) ? "bad" : "ok"}`;
});

async function taughtBy(taught: KnownRequest, ofLabel = true) {
  const engine = createInlineEngine();
  const card = await openTable(engine, `a,b,verdict\n${lines.join("\n")}\n`);
  const columns = card.recipe.columns.map((one, at) =>
    at === 2 ? ({ ...one, role: ofLabel ? "label" : "ignore" } as const) : one,
  );
  const request: RunRequest = { ...requestFor(card, "taught-forest", { trees: 60 }), taught };
  const recipe = { ...request.recipe, columns };
  return { engine, request, run: engine.start("run", { ...request, recipe }, () => undefined).result };
}

it("is taught by the label, which it is not shown, and flags what it predicts", async () => {
  const { engine, run } = await taughtBy({ sources: ["label"] });
  const { key, scores, features, suggestions } = await run;
  expect(features).toEqual(["a", "b"]);
  expect(
    rocAuc(
      scores,
      Uint8Array.from(all, (row) => Number(isStrange(row))),
    ),
  ).toBeGreaterThan(0.9);
  const predicted = suggestions.find(({ name }) => name === "predicted");
  expect(predicted).toMatchObject({ value: 0, count: scores.filter((score) => score >= 0).length });
  const [strange] = await engine.ask("explain", { run: key, rows: Uint32Array.of(0) });
  expect(strange?.contributions.length).toBe(2);
  const same = await engine.ask("whatIf", { run: key, row: 0, cells: [] });
  expect(same?.after).toBeCloseTo(same?.before ?? NaN, 6);
});

it("is taught by marks alone, of some rows", async () => {
  const rows = Uint32Array.from(all.filter((row) => row < 120));
  const marks = { rows, strange: Uint8Array.from(rows, (row) => Number(isStrange(row))) };
  const { scores } = await (await taughtBy({ sources: ["marks"], marks }, false)).run;
  const others = all.filter((row) => row >= 120);
  const labels = Uint8Array.from(others, (row) => Number(isStrange(row)));
  expect(
    rocAuc(
      Float64Array.from(others, (row) => scores[row]!),
      labels,
    ),
  ).toBeGreaterThan(0.75);
});

it("says what is missing where nothing is known", async () => {
  await expect((await taughtBy({ sources: [] })).run).rejects.toMatchObject({
    info: { code: "too-few-taught", values: { strange: 0, ordinary: 0 } },
  });
});
