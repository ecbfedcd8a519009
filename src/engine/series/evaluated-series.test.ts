import { beforeAll, describe, expect, it } from "vitest";
import type { Recipe } from "../../core/prepare/recipe";
import { eventQualityOf } from "../../core/score/event-metrics";
import { averagePrecision, rocAuc } from "../../core/score/metrics";
import { vusOf } from "../../core/score/vus";
import { seriesKind } from "../../testing/made-up-series";
import { openTable, requestFor } from "../../testing/open-table";
import { createInlineEngine } from "../inline";
import type { DatasetCard, RunResult } from "../protocol";

const HOUR = 3_600_000;
const start = Date.UTC(2025, 2, 1);
const ROWS = 600;
/** Two labelled stretches, one of which has a gap in the file; the label is `bad`, three times. */
const isBad = (hour: number) => (hour >= 200 && hour < 212) || (hour >= 400 && hour < 410);
const isGone = (hour: number) => hour >= 404 && hour < 406;

function csv(label: boolean): string {
  const lines = [`time,load${label ? ",label" : ""}`];
  for (let hour = 0; hour < ROWS; hour++) {
    if (isGone(hour)) continue;
    const value = Math.sin(hour / 4) + (isBad(hour) ? 3 * Math.cos(hour * 2) : 0);
    lines.push(
      `${new Date(start + hour * HOUR).toISOString()},${value.toFixed(4)}${label ? (isBad(hour) ? ",bad" : ",ok") : ""}`,
    );
  }
  return lines.join("\n");
}

describe("a series that is evaluated", () => {
  const engine = createInlineEngine();
  const rule = { leastSteps: 1, mergeGap: 2 };
  const windows = [
    { from: start + 400 * HOUR, to: start + 409.5 * HOUR },
    { from: start + 200 * HOUR, to: start + 211 * HOUR },
  ];
  let card: DatasetCard;
  let recipe: Recipe;
  let run: RunResult;

  beforeAll(async () => {
    card = await openTable(engine, csv(true));
    recipe = { ...card.recipe, rowKind: seriesKind({ fillUpTo: 5, window: 12, stride: 1 }) };
    run = await engine.start("run", { ...requestFor(card, "isolation-forest"), recipe }, () => undefined).result;
  });

  it("is evaluated by its label column and by windows that say the same, alike", async () => {
    const threshold = run.sorted[30]!;
    const byColumn = await engine.ask("evaluate", { run: run.key, threshold, series: { windows: null, ...rule } });
    const byWindows = await engine.ask("evaluate", { run: run.key, threshold, series: { windows, ...rule } });
    const labels = Uint8Array.from(run.scores, (_, row) => Number(isBad(row < 404 ? row : row + 2)));
    expect(byColumn).toMatchObject({
      column: 2,
      positive: ["bad"],
      positives: 20,
      rocAuc: rocAuc(run.scores, labels),
      averagePrecision: averagePrecision(run.scores, labels),
    });
    expect(byWindows).toEqual({ ...byColumn, column: null, positive: [] });
    // The filled hours within the second stretch do not part it.
    expect(byColumn?.stretches).toMatchObject({ labelled: 2 });
  });

  it("counts stretches that touch, at the threshold and by the rule of stretches", async () => {
    const all = await engine.ask("evaluate", { run: run.key, threshold: -Infinity, series: { windows, ...rule } });
    expect(all?.stretches).toEqual(
      eventQualityOf(
        [{ from: 0, to: ROWS }],
        [
          { from: 200, to: 212 },
          { from: 400, to: 410 },
        ],
      ),
    );
    const long = await engine.ask("evaluate", {
      run: run.key,
      threshold: -Infinity,
      series: { windows, leastSteps: ROWS + 1, mergeGap: 0 },
    });
    expect(long?.stretches).toMatchObject({ flagged: 0, found: 0, labelled: 2, recall: 0 });
  });

  it("has vus under its surface, those of the steps that have a score", async () => {
    const labels = Uint8Array.from(run.scores, (_, row) => Number(isBad(row < 404 ? row : row + 2)));
    const found = await engine.ask("vus", { run: run.key, windows });
    expect(found).toEqual(await engine.ask("vus", { run: run.key, windows: null }));
    if (found === null || found === "too-long") throw new Error("no vus");
    // A sine of 25 hours: so long is the longest slope.
    const { roc, pr } = vusOf(run.scores, labels, 25);
    expect(found.series).toBe(1);
    expect(found.roc).toBeCloseTo(roc, 6);
    expect(found.pr).toBeCloseTo(pr, 6);
  });

  it("says so where windows lie elsewhere, and where nothing is labelled", async () => {
    const elsewhere = [{ from: 0, to: HOUR }];
    expect(
      await engine.ask("evaluate", { run: run.key, threshold: 0, series: { windows: elsewhere, ...rule } }),
    ).toMatchObject({ positives: 0 });
    expect(await engine.ask("vus", { run: run.key, windows: elsewhere })).toBeNull();
    const plain = await openTable(engine, csv(false));
    const other = { ...plain.recipe, rowKind: seriesKind({ fillUpTo: 5 }) };
    const unlabelled = await engine.start("run", { ...requestFor(plain, "k-means"), recipe: other }, () => undefined)
      .result;
    expect(
      await engine.ask("evaluate", { run: unlabelled.key, threshold: 0, series: { windows: null, ...rule } }),
    ).toBeNull();
    expect(await engine.ask("vus", { run: unlabelled.key, windows: null })).toBeNull();
  });
});
