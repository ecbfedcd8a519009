import { describe, expect, it } from "vitest";
import { normalDeviates, seededRandom } from "../core/math/random";
import { plainRows } from "../core/kinds/row-kind";
import type { IgnoredPeriods, Recipe } from "../core/prepare/recipe";
import { openTable, requestFor } from "../testing/open-table";
import { createInlineEngine } from "./inline";

const ROWS = 240;
const HOUR = 3_600_000;
const START = Date.parse("2024-03-01T00:00:00Z");
/** Maintenance: rows 100 to 119 are far off, and would be all that stands out. */
const isOff = (row: number) => row >= 100 && row < 120;
const normal = normalDeviates(seededRandom(3));
const lines = Array.from({ length: ROWS }, (_, row) => {
  const at = new Date(START + row * HOUR).toISOString().slice(0, 19);
  const value = isOff(row) ? 900 + normal() : 100 + 10 * Math.sin(row / 4) + normal();
  return `${at},${value.toFixed(3)},${(50 + normal()).toFixed(3)},${isOff(row) ? "stop" : row % 2 ? "read" : "write"}`;
});
const csv = `time,load,heat,step\n${lines.join("\n")}\n`;
const ignored: IgnoredPeriods = {
  column: 0,
  windows: [{ from: START + 100 * HOUR, to: START + 119 * HOUR }],
};
const series = { kind: "series", time: 0, group: null, duplicates: "mean", fillUpTo: 4, window: null, stride: null, points: "covering" } as const; // prettier-ignore
const events = { kind: "events", symbol: 3, sequence: null, time: 0, level: "event" } as const;

async function runOf(rowKind: Recipe["rowKind"], detector: string, periods?: IgnoredPeriods) {
  const engine = createInlineEngine();
  const card = await openTable(engine, csv);
  const recipe = { ...card.recipe, rowKind, ...(periods && { ignored: periods }) };
  const request = { ...requestFor(card, detector), recipe };
  return engine.start("run", request, () => undefined).result;
}

describe.each([
  ["rows", plainRows, ["robust-z", "knn", "findings"]],
  ["series", series, ["seasonal", "isolation-forest", "series-findings"]],
  ["events", events, ["n-gram"]],
] as const)("periods to ignore, of %s", (_, rowKind, detectors) => {
  it.each(detectors)("are neither learned from nor scored by %s, and told", async (detector) => {
    const with_ = await runOf(rowKind, detector, ignored);
    const without = await runOf(rowKind, detector);
    expect(with_.key).not.toBe(without.key);
    for (let row = 0; row < ROWS; row++) {
      expect(Number.isNaN(with_.scores[row])).toBe(isOff(row));
      expect(Number.isNaN(without.scores[row])).toBe(false);
    }
    expect(with_.notes).toContainEqual({ code: "prepare.ignored", values: { count: 20 } });
  });
});

it("are not learned from: what is left is scored as if the rows were not in the file", async () => {
  const scoresOf = async (text: string, periods?: IgnoredPeriods) => {
    const engine = createInlineEngine();
    const card = await openTable(engine, text);
    const columns = card.recipe.columns.map((one, at) =>
      at === 1 || at === 2 ? one : { ...one, role: "ignore" as const },
    );
    const recipe = { ...card.recipe, columns, rowKind: plainRows, ...(periods && { ignored: periods }) };
    const { scores } = await engine.start("run", { ...requestFor(card, "robust-z"), recipe }, () => undefined).result;
    return [...scores].filter((score) => !Number.isNaN(score));
  };
  const alone = `time,load,heat,step\n${lines.filter((_, row) => !isOff(row)).join("\n")}\n`;
  expect(await scoresOf(csv, ignored)).toEqual(await scoresOf(alone));
});

it("say so where they leave nothing", async () => {
  const all = { column: 0, windows: [{ from: START, to: START + ROWS * HOUR }] };
  await expect(runOf(plainRows, "robust-z", all)).rejects.toMatchObject({ info: { code: "no-rows" } });
  await expect(runOf(series, "seasonal", all)).rejects.toMatchObject({ info: { code: "no-rows" } });
});

it("tell which rows of a series lie between two times", async () => {
  const engine = createInlineEngine();
  const card = await openTable(engine, csv);
  const recipe = { ...card.recipe, rowKind: series };
  const { key } = await engine.start("run", { ...requestFor(card, "seasonal"), recipe }, () => undefined).result;
  const span = { from: START + 9.5 * HOUR, to: START + 12 * HOUR };
  expect(await engine.ask("rowsBetween", { run: key, series: 0, ...span })).toEqual(Uint32Array.of(10, 11, 12));
});
