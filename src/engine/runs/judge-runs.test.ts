import { beforeAll, expect, it } from "vitest";
import { openTable, requestFor } from "../../testing/open-table";
import { createInlineEngine } from "../inline";
import type { JudgeRequest } from "../protocol";

const quiet = () => undefined;
const engine = createInlineEngine();
const strange = (row: number) => row % 25 === 3;
let request: JudgeRequest;

beforeAll(async () => {
  const lines = Array.from({ length: 200 }, (_, row) => {
    const shift = strange(row) ? 30 : 0;
    return `${(10 + ((row * 7) % 11) + shift).toFixed(1)},${(row * 3) % 13},${strange(row) ? "fraud" : "ok"}`;
  });
  const card = await openTable(engine, ["a,b,verdict", ...lines].join("\n"));
  const detectors = [];
  for (const detector of ["robust-z", "isolation-forest"]) {
    const run = requestFor(card, detector);
    const columns = run.recipe.columns.map((one, at) => (at === 2 ? { ...one, role: "label" as const } : one));
    const result = await engine.start("run", { ...run, recipe: { ...run.recipe, columns } }, quiet).result;
    detectors.push({ run: result.key, threshold: result.sorted[7]! });
  }
  request = { detectors, sources: ["label"], beta: 2, k: 10 };
});

it("judges detectors by the label, all by the same rows", async () => {
  const found = await engine.ask("judge", request);
  expect(found).toMatchObject({ column: 2, positive: ["fraud"], rows: 200, positives: 8, unit: "row", conflicts: 0 });
  expect(found!.detectors[0]!.figures.recall.value).toBe(1);
  expect(found!.detectors[0]!.figures.recall.low).toBeLessThan(0.7);
});

it("believes a mark more than the label, and says how often they differ", async () => {
  const marks = { rows: Uint32Array.of(3, 4, 28), strange: Uint8Array.of(0, 1, 1) };
  const both = await engine.ask("judge", { ...request, sources: ["label", "marks"], marks });
  expect(both).toMatchObject({ rows: 200, positives: 8, conflicts: 2 });
  const alone = await engine.ask("judge", { ...request, sources: ["marks"], marks });
  expect(alone).toMatchObject({ column: null, rows: 3, positives: 2 });
});

it("has nothing to say where all that is known is the same", async () => {
  const marks = { rows: Uint32Array.of(3, 28), strange: Uint8Array.of(1, 1) };
  expect(await engine.ask("judge", { ...request, sources: ["marks"], marks })).toBeNull();
  expect(await engine.ask("judge", { ...request, sources: ["masks"] })).toBeNull();
});
