import { plainRows, type RowKind } from "../../core/kinds/row-kind";
import { describe, expect, it, vi } from "vitest";
import type { Recipe } from "../../core/prepare/recipe";
import { lookAtAll } from "../../testing/look-at-all";
import { seriesKind, waveCsv } from "../../testing/made-up-series";
import { plantedEvents } from "../../testing/planted-events";
import { openTable, requestFor } from "../../testing/open-table";
import { failureInfoOf } from "../../core/data/failure-info";
import { createInlineEngine } from "../inline";

vi.mock("../../detectors/registry", async (original) => {
  const { withStepDetectors } = await import("../../testing/step-detectors");
  return withStepDetectors(await original<typeof import("../../detectors/registry")>());
});

const quiet = () => undefined;
const MINUTE = 60_000;
const start = Date.UTC(2025, 2, 1);

describe("many series", () => {
  it("are scored each by itself, and sorted by their peaks", async () => {
    const engine = createInlineEngine();
    const lines = Array.from({ length: 1000 }, (_, i) => {
      const [machine, step] = [i % 100, Math.floor(i / 100)];
      return `${new Date(start + step * MINUTE).toISOString()},m${machine},${machine * 1000 + (step % 2) + (i === 737 ? 9 : 0)}`;
    });
    const card = await openTable(engine, ["time,machine,load", ...lines].join("\n"));
    const recipe = { ...card.recipe, rowKind: seriesKind({ group: 1 }) };
    const run = await engine.start("run", { ...requestFor(card, "as-before"), recipe }, quiet).result;
    const { series } = await engine.ask("seriesOverview", { dataset: card.id, recipe, channel: null, buckets: 500 });
    expect(series).toHaveLength(100);
    expect(series[37]).toMatchObject({ name: "m37", steps: 10, parts: 1 });
    const { peaks } = await engine.ask("stretches", { run: run.key, threshold: Infinity, leastSteps: 1, mergeGap: 0 });
    expect(peaks.indexOf(Math.max(...peaks))).toBe(37);
    const detail = await engine.ask("seriesDetail", { run: run.key, series: 37, from: null, to: null, buckets: 100 });
    expect([...detail.channels[0]!.high].map(Math.round)[7]).toBe(37_010);
    await lookAtAll(engine, card, run);
  });
});

it("tells which times of each series a label column calls strange", async () => {
  const engine = createInlineEngine();
  const lines = Array.from({ length: 200 }, (_, i) => {
    const [machine, step] = [i % 2, Math.floor(i / 2)];
    const isOdd = machine === 1 && step >= 40 && step < 45;
    return `${new Date(start + step * MINUTE).toISOString()},m${machine},${step % 7},${isOdd ? 1 : 0}`;
  });
  const card = await openTable(engine, ["time,machine,load,label", ...lines].join("\n"));
  const recipe = { ...card.recipe, rowKind: seriesKind({ group: 1 }) };
  const { series } = await engine.ask("seriesOverview", { dataset: card.id, recipe, channel: null, buckets: 500 });
  const known = series.map(({ name, labelled }) => [name, labelled]);
  expect(known).toEqual([
    ["m0", []],
    ["m1", [{ from: start + 40 * MINUTE, to: start + 44 * MINUTE }]],
  ]);
});

describe("events", () => {
  const csv = [
    "session,step,event",
    ...Array.from(
      { length: 60 },
      (_, i) => `s${Math.floor(i / 6)},${i % 6},${i === 33 ? "crash" : i % 6 ? "read" : ""}`,
    ),
  ].join("\n");

  it("are scored and explained by their symbol, or as sequences", async () => {
    const engine = createInlineEngine();
    const card = await openTable(engine, csv);
    expect(card.recipe.rowKind).toMatchObject({ kind: "events", symbol: 2, sequence: 0, time: 1 });
    const rowKind = { kind: "events", symbol: 2, sequence: 0, time: 1, level: "event" } as const;
    const recipe = { ...card.recipe, rowKind };
    const run = await engine.start("run", { ...requestFor(card, "rare-symbol"), recipe }, quiet).result;
    expect(run.order[0]).toBe(33);
    expect(run.notes).toEqual([{ code: "events.no-symbol", values: { count: 10, column: "event" } }]);
    const [crash, gap, usual] = await engine.ask("explain", { run: run.key, rows: Uint32Array.of(33, 0, 1) });
    expect(crash!.contributions).toMatchObject([
      {
        column: 2,
        share: 1,
        value: "crash",
        expected: "read",
        note: { code: "event.unexpected", values: { value: "crash", expected: ["read (75 %)", " (25 %)"] } },
      },
    ]);
    expect(gap!.contributions).toMatchObject([{ direction: "missing" }]);
    expect(usual!.contributions).toMatchObject([{ note: { code: "event.rare", values: { value: "read" } } }]);
    await lookAtAll(engine, card, run);
    const whole = { ...recipe, rowKind: { ...rowKind, level: "sequence" as const } };
    const sequences = await engine.start("run", { ...requestFor(card, "rare-symbol"), recipe: whole }, quiet).result;
    expect([...sequences.scores.subarray(30, 36)]).toEqual(new Array(6).fill(2));
  });
});

describe("sequences that stop too soon", () => {
  it("are found by counts of what follows, and it is said what was to come", async () => {
    const engine = createInlineEngine();
    const { sequences, cutShort } = plantedEvents();
    const lines = sequences.flatMap((symbols, i) => symbols.map((symbol, step) => `s${i},${step},${symbol}`));
    const card = await openTable(engine, ["session,step,event", ...lines].join("\n"));
    const rowKind = { kind: "events", symbol: 2, sequence: 0, time: 1, level: "sequence" } as const;
    const run = await engine.start("run", { ...requestFor(card, "n-gram"), recipe: { ...card.recipe, rowKind } }, quiet)
      .result;
    const row = lines.indexOf(`s${cutShort},0,open`);
    expect(run.order.slice(0, 9)).toContain(row);
    const [why] = await engine.ask("explain", { run: run.key, rows: Uint32Array.of(row) });
    expect(why!.contributions).toMatchObject([
      { expected: null, note: { code: "event.ends-early", values: { value: "open" } } },
    ]);
  });
});

describe("what cannot be", () => {
  it("is refused by name", async () => {
    const engine = createInlineEngine();
    const card = await openTable(engine, waveCsv());
    const events = { kind: "events", symbol: 1, sequence: null, time: 0, level: "event" } as const;
    const asRows: Recipe = { ...card.recipe, rowKind: plainRows };
    const refusal = (detector: string, rowKind: RowKind = plainRows) =>
      engine
        .start("run", { ...requestFor(card, detector), recipe: { ...asRows, rowKind } }, quiet)
        .result.then(() => null, failureInfoOf);
    expect(await refusal("isolation-forest", events)).toMatchObject({
      code: "not-for-kind",
      values: { detector: "isolation-forest", context: "event" },
    });
    expect(await refusal("as-before")).toMatchObject({ code: "not-for-kind", values: { context: "row" } });
    expect(await refusal("rare-symbol", seriesKind())).toMatchObject({
      code: "not-for-kind",
      values: { context: "step" },
    });
    expect(await refusal("as-before", seriesKind({ time: 99 }))).toMatchObject({ code: "illegal-parameter" });
    const rows = await engine.start("run", { ...requestFor(card, "robust-z"), recipe: asRows }, quiet).result;
    const ask = { run: rows.key, series: 0, from: null, to: null, buckets: 5 };
    await expect(engine.ask("seriesDetail", ask)).rejects.toMatchObject({ info: { code: "illegal-parameter" } });
    const recipe = { ...card.recipe, rowKind: seriesKind() };
    await expect(
      engine.ask("seriesOverview", { dataset: card.id, recipe, channel: 0, buckets: 5 }),
    ).rejects.toMatchObject({
      info: { code: "illegal-parameter" },
    });
  });

  it.each([
    ["one step", "time,v\n2025-01-01,5\n"],
    ["steps that are all equal", ["time,v", ...Array.from({ length: 50 }, (_, i) => `${2000 + i},7`)].join("\n")],
    ["steps all at one time", ["time,v", ...Array.from({ length: 50 }, (_, i) => `2025-01-01,${i % 7}`)].join("\n")],
  ])("is survived: %s", async (_name, text) => {
    const engine = createInlineEngine();
    const card = await openTable(engine, text);
    const columns = card.recipe.columns.map((column) => ({ ...column, role: "feature" as const }));
    const recipe = { ...card.recipe, columns, rowKind: seriesKind() };
    for (const detector of ["as-before", "isolation-forest", "k-means"]) {
      const run = await engine.start("run", { ...requestFor(card, detector), recipe }, quiet).result;
      expect(run.sorted.every(Number.isFinite)).toBe(true);
      await lookAtAll(engine, card, run);
      await engine.ask("stretches", { run: run.key, threshold: -Infinity, leastSteps: 1, mergeGap: 0 });
      await engine.ask("seriesDetail", { run: run.key, series: 0, from: null, to: null, buckets: 10 });
      await engine.ask("autocorrelation", { dataset: card.id, recipe, series: 0, channel: 1 });
    }
  });
});
