import { expect, it } from "vitest";
import { normalDeviates, seededRandom } from "../../core/math/random";
import { suggestedThresholdOf } from "../../core/score/threshold";
import { openTable, requestFor } from "../../testing/open-table";
import { createInlineEngine } from "../inline";
import type { RunResult } from "../protocol";

const quiet = () => undefined;
const normal = normalDeviates(seededRandom(3));
const ROWS = 150;
/** Strange in one column, in two, and by a colour that goes with other weights. */
const STRANGE = [40, 80, 120];
const lines = Array.from({ length: ROWS }, (_, row) => {
  const amount = STRANGE.includes(row) && row !== 120 ? 400 : 100 + 10 * normal();
  const weight = row === 80 ? 120 : (row === 120 ? 90 : row % 3 === 0 ? 80 : 50) + 3 * normal();
  return `${amount.toFixed(2)},${weight.toFixed(2)},${row % 3 === 0 ? "red" : "blue"}`;
});
const csv = `amount,weight,colour\n${lines.join("\n")}\n`;

async function asked(ids: readonly string[]) {
  const engine = createInlineEngine();
  const card = await openTable(engine, csv);
  const runs: RunResult[] = [];
  for (const id of ids) runs.push(await engine.start("run", requestFor(card, id), quiet).result);
  return { engine, card, runs };
}

type Asked = Pick<Awaited<ReturnType<typeof asked>>, "engine">;

/** What is answered for each strange row that is flagged; every change is scored once more by itself. */
async function verified({ engine }: Asked, { key, sorted, suggestions, scores }: RunResult) {
  const threshold = suggestedThresholdOf(sorted, suggestions);
  const found = [];
  for (const row of STRANGE.filter((one) => scores[one]! >= threshold)) {
    const answer = await engine.ask("wouldBeOrdinary", { run: key, row, threshold });
    if (answer.kind !== "change") continue;
    const again = await engine.ask("whatIf", { run: key, row, cells: answer.cells });
    expect(again!.before).toBeGreaterThanOrEqual(threshold);
    expect(again!.after).toBeLessThan(threshold);
    expect(again!.after).toBeCloseTo(answer.after, 6);
    found.push({ row, cells: answer.cells });
  }
  return found;
}

it.each([
  "robust-z",
  "isolation-forest",
  "k-means",
  "knn",
  "lof",
  "mcd",
  "copod",
  "hbos",
  "unsuspicious-neighbours",
  "pca",
  "one-class-svm",
  "findings",
])("takes strange rows under the threshold of %s, as scoring the changed rows shows", async (id) => {
  const { engine, runs } = await asked([id]);
  const found = await verified({ engine }, runs[0]!);
  expect(found.length).toBeGreaterThan(0);
  const ofAmount = found.find(({ row }) => row === 40);
  if (ofAmount) expect(ofAmount.cells.some(({ column, cell }) => column === 0 && Number(cell) < 140)).toBe(true);
});

it("does so for a consensus, and says that it cannot where marks made the ranking", async () => {
  const { engine, card, runs } = await asked(["robust-z", "isolation-forest", "knn"]);
  const combine = { dataset: card.id, runs: runs.map(({ key }) => key), weights: [1, 1, 1], rule: "scaled" } as const;
  const consensus = await engine.start("combine", combine, quiet).result;
  const found = await verified({ engine }, consensus);
  expect(found.find(({ row }) => row === 40)?.cells).toHaveLength(1);
  expect(found.find(({ row }) => row === 80)?.cells).toHaveLength(2);
  const marks = { rows: Uint32Array.of(40, 1), strange: Uint8Array.of(0, 1) };
  const guided = await engine.start("guide", { ...combine, marks }, quiet).result;
  const answer = await engine.ask("wouldBeOrdinary", { run: guided.key, row: 80, threshold: 0 });
  expect(answer).toEqual({ kind: "cannot" });
});

it("finds none where no row is under the threshold, and says so", async () => {
  const { engine, runs } = await asked(["robust-z"]);
  const answer = await engine.ask("wouldBeOrdinary", { run: runs[0]!.key, row: 40, threshold: -1 });
  expect(answer).toEqual({ kind: "none", columns: 3, neighbours: 0 });
});
