import { expect, it } from "vitest";
import { normalDeviates, seededRandom } from "../../core/math/random";
import { openTable, requestFor } from "../../testing/open-table";
import { createInlineEngine } from "../inline";

const STRANGE = 40;
const normal = normalDeviates(seededRandom(3));
const lines = Array.from({ length: 200 }, (_, row) => {
  const amount = row === STRANGE ? 5000 : 100 + 10 * normal();
  return `${amount.toFixed(2)},${(50 + 5 * normal()).toFixed(2)},${row % 3 === 0 ? "red" : "blue"}`;
});
const detectors = [
  "robust-z",
  "isolation-forest",
  "k-means",
  "knn",
  "lof",
  "mcd",
  "copod",
  "hbos",
  "unsuspicious-neighbours",
  "mahalanobis",
  "pca",
  "cblof",
  "inne",
];

async function asked(ids: readonly string[]) {
  const engine = createInlineEngine();
  const card = await openTable(engine, `amount,weight,colour\n${lines.join("\n")}\n`);
  const runs = [];
  for (const id of ids) runs.push(await engine.start("run", requestFor(card, id), () => undefined).result);
  return { engine, card, runs };
}

it.each(detectors)("scores a row with other cells by what %s learned, and as before with its own", async (id) => {
  const { engine, runs } = await asked([id]);
  const run = runs[0]!.key;
  const own = Number(lines[STRANGE]!.split(",")[0]);
  const same = await engine.ask("whatIf", { run, row: STRANGE, cells: [{ column: 0, cell: own }] });
  expect(same?.after).toBeCloseTo(same?.before ?? NaN, 5);
  const usual = await engine.ask("whatIf", { run, row: STRANGE, cells: [{ column: 0, cell: 101 }] });
  expect(usual!.after).toBeLessThan(usual!.before);
});

it("sees the whole table where a finding is about all of it, and keeps the table as it is", async () => {
  const { engine, card, runs } = await asked(["findings"]);
  const run = runs[0]!.key;
  const ordinary = 41;
  const moved = await engine.ask("whatIf", { run, row: ordinary, cells: [{ column: 0, cell: 5000 }] });
  expect(moved!.before).toBeLessThan(moved!.after);
  const [cells] = await engine.ask("page", { dataset: card.id, rows: Uint32Array.of(ordinary) });
  expect(cells?.[0]).toBe(Number(lines[ordinary]!.split(",")[0]));
});

it("joins what the members of a consensus say", async () => {
  const { engine, card, runs } = await asked(["robust-z", "isolation-forest"]);
  const request = { dataset: card.id, runs: runs.map(({ key }) => key), weights: [1, 2], rule: "scaled" } as const;
  const { key } = await engine.start("combine", request, () => undefined).result;
  const same = await engine.ask("whatIf", { run: key, row: STRANGE, cells: [] });
  expect(same?.after).toBeCloseTo(same?.before ?? NaN, 5);
  const usual = await engine.ask("whatIf", { run: key, row: STRANGE, cells: [{ column: 0, cell: 101 }] });
  expect(usual!.after).toBeLessThan(usual!.before);
});
