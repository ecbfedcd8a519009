import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Recipe } from "../../core/prepare/recipe";
import { lookAtAll } from "../../testing/look-at-all";
import { seriesKind, waveCsv } from "../../testing/made-up-series";
import { openTable, requestFor } from "../../testing/open-table";
import { createInlineEngine } from "../inline";
import type { DatasetCard, RunResult, StretchWords } from "../protocol";

vi.mock("../../detectors/registry", async (original) => {
  const { withStepDetectors } = await import("../../testing/step-detectors");
  return withStepDetectors(await original<typeof import("../../detectors/registry")>());
});

const quiet = () => undefined;
const MINUTE = 60_000;
const start = Date.UTC(2025, 2, 1);

describe("a series", () => {
  const engine = createInlineEngine();
  let card: DatasetCard;
  let recipe: Recipe;
  const runs = new Map<string, RunResult>();

  beforeAll(async () => {
    card = await openTable(engine, waveCsv());
    recipe = { ...card.recipe, rowKind: seriesKind({ fillUpTo: 12, window: 40, stride: 2 }) };
    for (const detector of ["as-before", "isolation-forest", "k-means"])
      runs.set(detector, await engine.start("run", { ...requestFor(card, detector), recipe }, quiet).result);
    const request = { dataset: card.id, weights: [1, 1], rule: "mean" as const };
    const members = ["as-before", "isolation-forest"].map((id) => runs.get(id)!.key);
    runs.set("consensus", await engine.start("combine", { ...request, runs: members }, quiet).result);
  });

  it("is recognised, and read as such", () => {
    expect(card.recipe.rowKind).toMatchObject({ kind: "series", time: 0, group: null });
    expect(card.rowKindWhy.code).toBe("row-kind.series");
  });

  it.each(["as-before", "isolation-forest", "k-means", "consensus"])("is scored by row by %s", async (id) => {
    const run = runs.get(id)!;
    expect(run.scores).toHaveLength(991);
    expect(run.scores.every(Number.isFinite)).toBe(true);
    expect(run.scores[51]).toBe(run.scores[50]);
    // Ten rows are missing before the break, one is there twice.
    const top = run.order.subarray(0, 10);
    expect(top.every((row) => row >= 560 && row < 640)).toBe(true);
    await lookAtAll(engine, card, run);
  });

  it("tells what had to be done to it", () => {
    expect(runs.get("as-before")!.notes).toEqual([
      { code: "series.duplicates-mean", values: { count: 1 } },
      { code: "series.filled", values: { count: 10, gaps: 1 } },
    ]);
  });

  it("gets another run key for another rowKind", async () => {
    const other = { ...recipe, rowKind: seriesKind({ fillUpTo: 3 }) };
    const split = await engine.start("run", { ...requestFor(card, "as-before"), recipe: other }, quiet).result;
    expect(split.key).not.toBe(runs.get("as-before")!.key);
    expect(split.notes.map(({ code }) => code)).toContain("series.split");
  });

  it("is explained by the channel that broke, against what was expected, in its units", async () => {
    const row = 595;
    const [explanation] = await engine.ask("explain", { run: runs.get("as-before")!.key, rows: Uint32Array.of(row) });
    expect(explanation).toMatchObject({
      method: { code: "method.step" },
      contributions: [{ column: 1, share: expect.any(Number) as number, value: expect.any(Number) as number }, {}],
    });
    const [before] = await engine.ask("page", { dataset: card.id, rows: Uint32Array.of(row - 1) });
    const [first] = explanation!.contributions;
    expect(first!.share).toBeGreaterThan(0.9);
    expect(first!.expected).toBeCloseTo(Number(before![1]), 3);
    expect(first!.note.code).toMatch(/^step\.(above|below)$/);
    const [window] = await engine.ask("explain", { run: runs.get("isolation-forest")!.key, rows: Uint32Array.of(row) });
    expect(window!.contributions[0]).toMatchObject({
      column: 1,
      note: { values: { column: "cpu", span: expect.anything() as unknown } },
    });
    expect(window!.contributions[0]!.note.code).toMatch(/^window\./);
    const [both] = await engine.ask("explain", { run: runs.get("consensus")!.key, rows: Uint32Array.of(row) });
    expect(both!.contributions[0]).toMatchObject({ column: 1 });
  });

  it("is drawn whole, every spike kept", async () => {
    const overview = await engine.ask("seriesOverview", { dataset: card.id, recipe, channel: null, buckets: 50 });
    expect(overview).toMatchObject({
      channels: [
        { column: 1, name: "cpu" },
        { column: 2, name: "memory" },
      ],
      channel: 1,
      isClock: true,
      step: MINUTE,
      period: 40,
      window: 40,
      suggestedWindow: 50,
      stride: 2,
    });
    const [only] = overview.series;
    expect(overview.series).toHaveLength(1);
    expect(only).toMatchObject({ name: "", steps: 1000, parts: 1 });
    expect(only!.line.times.length).toBeLessThanOrEqual(51);
    expect(Math.max(...only!.line.high)).toBeCloseTo(29, 2);
    expect(Math.min(...only!.line.low)).toBeCloseTo(11, 2);
  });

  it("is drawn in detail, with what was expected and the scores", async () => {
    const run = runs.get("as-before")!;
    const [from, to] = [start + 595 * MINUTE, start + 640 * MINUTE];
    const detail = await engine.ask("seriesDetail", { run: run.key, series: 0, from, to, buckets: 1000 });
    expect(detail.times).toHaveLength(46);
    expect(detail.rows[5]).toBe(591);
    expect(detail.scores[5]).toBe(run.scores[591]);
    const [cpu] = detail.channels;
    expect(cpu!.low[5]).toBeCloseTo(11, 3);
    expect(cpu!.expected!.low[6]).toBeCloseTo(11, 3);
    expect(cpu!.expected!.spread).toBeGreaterThan(0);
    const rough = await engine.ask("seriesDetail", { run: run.key, series: 0, from: null, to: null, buckets: 20 });
    expect(Math.max(...rough.scores)).toBe(run.sorted[0]);
    expect(rough.rows[rough.scores.indexOf(run.sorted[0]!)]).toBe(run.order[0]);
    const some = { run: runs.get("k-means")!.key, series: 0, from: null, to: null, buckets: 9, channels: [2] };
    expect((await engine.ask("seriesDetail", some)).channels).toMatchObject([
      { column: 2, name: "memory", expected: null },
    ]);
  });

  it("shows how it repeats itself", async () => {
    const { correlation, period, step } = await engine.ask("autocorrelation", {
      dataset: card.id,
      recipe,
      series: 0,
      channel: 1,
    });
    expect(correlation[0]).toBe(1);
    expect(correlation).toHaveLength(334);
    expect({ period, step }).toEqual({ period: 40, step: MINUTE });
    expect(
      (await engine.ask("autocorrelation", { dataset: card.id, recipe, series: 0, channel: 2 })).period,
    ).toBeNull();
  });

  it("tells where a row lies, two rows at one time in one place, and that a row is none of it", async () => {
    const { key } = runs.get("as-before")!;
    const [before, at] = [
      await engine.ask("stepOf", { run: key, row: 50 }),
      await engine.ask("stepOf", { run: key, row: 51 }),
    ];
    expect(at).toEqual(before);
    expect(at).toEqual({ series: 0, time: start + 50 * MINUTE });
    expect(await engine.ask("stepOf", { run: key, row: 99_999 })).toBeNull();
  });

  it("has its flagged steps told as stretches", async () => {
    for (const id of ["as-before", "isolation-forest", "consensus"]) {
      const run = runs.get(id)!;
      const threshold = run.sorted[14]!;
      const { stretches, total, peaks } = await engine.ask("stretches", {
        run: run.key,
        threshold,
        leastSteps: 1,
        mergeGap: 5,
      });
      expect(total).toBe(1);
      expect([...peaks]).toEqual([run.sorted[0]]);
      const [only] = stretches;
      expect(only!.from).toBeGreaterThanOrEqual(start + 570 * MINUTE);
      expect(only!.to).toBeLessThan(start + 650 * MINUTE);
      expect(only).toMatchObject({ series: 0, peakRow: run.order[0], peak: run.sorted[0] });
      expect(only!.flagged).toBeGreaterThanOrEqual(15);
      expect(only!.channels[0]!.column).toBe(1);
      expect(only!.channels[0]!.share).toBeGreaterThan(0.7);
      expect(only!.channels[0]!.times).toBeGreaterThan(1.5);
    }
  });

  it("writes them as lines of a file, which a spreadsheet can read", async () => {
    const run = runs.get("as-before")!;
    const threshold = run.sorted[14]!;
    const names =
      "series from to steps flagged peak peakTime firstRow lastRow channels actual expected departure".split(" ");
    const words = Object.fromEntries(names.map((name) => [name, name])) as unknown as StretchWords; // all of them
    const format = { separator: ";", quote: '"', decimal: ",", bom: false, guard: true } as const;
    const rule = { leastSteps: 1, mergeGap: 5 };
    const text = await (
      await engine.ask("exportStretches", { run: run.key, threshold, ...rule, format, words })
    ).text();
    const [head, line, ...rest] = text.split("\r\n");
    // One series has no name.
    expect(head).toBe(names.slice(1).join(";"));
    expect(line).toMatch(/^2025-03-01T\d\d:\d\d:00Z;2025-03-01T\d\d:\d\d:00Z;\d+;\d+;\d+(,\d+)?;2025-/);
    expect(rest).toEqual([""]);
    expect(Number(line!.split(";")[6])).toBeGreaterThan(560);
  });

  it("has an ordinary stretch like the strange one, at the same place of the wave", async () => {
    const run = runs.get("isolation-forest")!;
    const threshold = run.sorted[60]!;
    const found = await engine.ask("nearest", { run: run.key, row: 400, threshold });
    const [there, here] = await engine.ask("page", { dataset: card.id, rows: Uint32Array.of(found!.row, 400) });
    expect(Math.abs(Number(there![1]) - Number(here![1]))).toBeLessThan(2);
    expect(Math.abs(found!.row - 400)).toBeGreaterThan(30);
    expect(run.scores[found!.row]!).toBeLessThan(threshold);
    expect(await engine.ask("nearest", { run: run.key, row: 400, threshold: -Infinity })).toBeNull();
  });

  it("can be made again with another seed", async () => {
    const run = runs.get("isolation-forest")!;
    await engine.start("rerun", { run: run.key, seed: 9 }, quiet).result;
    expect((await engine.ask("stability", { run: run.key, rule: { kind: "top-k", k: 20 } })).runs).toBe(2);
  });
});
