import { beforeAll, expect, it } from "vitest";
import { numbersCsv, openTable, requestFor } from "../testing/open-table";
import { createInlineEngine } from "./inline";
import type { DatasetCard } from "./protocol";

const quiet = () => undefined;
const engine = createInlineEngine();
let card: DatasetCard;

beforeAll(async () => {
  card = await openTable(engine, numbersCsv());
});

it("refuses what cannot be run, by name", async () => {
  const request = requestFor(card, "isolation-forest");
  const failing = (change: object) => expect(engine.start("run", { ...request, ...change }, quiet).result).rejects;
  await failing({ params: { ...request.params, trees: 0 } }).toMatchObject({
    info: { code: "illegal-parameter", values: { parameter: "trees", why: "out-of-range", min: 10 } },
  });
  await failing({ params: {} }).toMatchObject({
    info: { code: "illegal-parameter", values: { why: "no-number" } },
  });
  await failing({ detector: "constructor" }).toMatchObject({
    info: { code: "illegal-parameter", values: { why: "no-detector" } },
  });
  await failing({ dataset: "another" }).toMatchObject({ info: { code: "unknown-dataset" } });
  const nothing = {
    ...card.recipe,
    columns: card.recipe.columns.map((one) => ({ ...one, role: "ignore" as const })),
  };
  await failing({ recipe: nothing }).toMatchObject({ info: { code: "no-features" } });
});

it("forgets a run, and everything with its table", async () => {
  const own = createInlineEngine();
  const table = await openTable(own, numbersCsv());
  const first = await own.start("run", requestFor(table, "robust-z"), quiet).result;
  await own.ask("forget", { run: first.key });
  await expect(own.ask("explain", { run: first.key, rows: Uint32Array.of(0) })).rejects.toMatchObject({
    info: { code: "unknown-run" },
  });
  const second = await own.start("run", requestFor(table, "robust-z"), quiet).result;
  await own.ask("close", { dataset: table.id });
  await expect(own.ask("evaluate", { run: second.key, threshold: 0 })).rejects.toMatchObject({
    info: { code: "unknown-run" },
  });
  await expect(own.ask("page", { dataset: table.id, rows: Uint32Array.of(0) })).rejects.toMatchObject({
    info: { code: "unknown-dataset" },
  });
});

it("shares one run key among equal choices, and none among different ones", async () => {
  const request = requestFor(card, "robust-z");
  const run = (recipe = card.recipe) => engine.start("run", { ...request, recipe }, quiet).result;
  const columns = card.recipe.columns.map((one, at) => (at === 2 ? { ...one, role: "ignore" as const } : one));
  const other = await run({ ...card.recipe, columns });
  const { key } = await run();
  expect((await run({ ...card.recipe })).key).toBe(key);
  expect(other.key).not.toBe(key);
  expect(other.features.join()).not.toContain("c2");
});
