import Papa from "papaparse";
import { beforeAll, describe, expect, it } from "vitest";
import { fidelityVerdict } from "../core/explain/fidelity";
import { thresholdValueOf } from "../core/score/threshold";
import { exportWords, openTable, requestFor } from "../testing/open-table";
import { createInlineEngine } from "./inline";
import type { CsvFormat, DatasetCard, RunResult, ViewRequest } from "./protocol";

const quiet = () => undefined;
const plain: CsvFormat = { separator: ",", quote: '"', decimal: ".", bom: false, guard: true };

/** What a person meets first: ids, times, words, gaps, a label, and two payments that do not belong. */
const PAYMENTS = [
  "payment,time,amount,country,visits,is_fraud",
  ...Array.from({ length: 200 }, (_, i) =>
    [
      `P${1000 + i}`,
      new Date(Date.UTC(2025, 0, 1, 8 + (i % 10), i % 60)).toISOString(),
      i === 40 || i === 120 ? "9400.50" : i === 7 ? "" : (20 + ((i * 37) % 61)).toFixed(2),
      i === 120 ? "XX" : ["DE", "FR", "NL"][i % 3],
      i === 3 ? "" : 1 + (i % 5),
      i === 40 || i === 120 ? 1 : 0,
    ].join(","),
  ),
].join("\n");

describe("a table of payments", () => {
  const engine = createInlineEngine();
  let card: DatasetCard;
  let forest: RunResult;
  let threshold: number;
  const run = (detector: string) => engine.start("run", requestFor(card, detector), quiet).result;
  const view = (more: Partial<ViewRequest>) =>
    engine
      .ask("view", {
        dataset: card.id,
        run: forest.key,
        threshold: null,
        within: null,
        sort: { by: "row", descending: false },
        filters: [],
        search: "",
        ...more,
      })
      .then((rows) => [...rows]);
  const named = (name: string) => card.columns.findIndex((column) => column.name === name);

  beforeAll(async () => {
    card = await openTable(engine, PAYMENTS);
    forest = await run("isolation-forest");
    threshold = thresholdValueOf(forest.sorted, { kind: "top-k", k: 2 });
  });

  it("is described by a card without rows", () => {
    expect(card).toMatchObject({ name: "table.csv", rowCount: 200, sourceRows: null });
    expect(card.columns.map(({ name, kind, role }) => [name, kind, role])).toEqual([
      ["payment", "text", "id"],
      ["time", "time", "feature"],
      ["amount", "number", "feature"],
      ["country", "category", "feature"],
      ["visits", "number", "feature"],
      ["is_fraud", expect.any(String), "label"],
    ]);
  });

  it("ranks the two strangest payments first, whatever was not given a score", () => {
    expect([...forest.order.subarray(0, 2)].sort((a, b) => a - b)).toEqual([40, 120]);
    expect(forest.order).toHaveLength(200);
    expect(forest.features.join()).not.toMatch(/payment|is_fraud/);
  });

  it.each(["isolation-forest", "robust-z", "k-means", "z-score", "mean-sd", "iqr"])(
    "gets the same scores from %s twice, from another engine too",
    async (detector) => {
      const other = createInlineEngine();
      const again = await other.start("run", requestFor(await openTable(other, PAYMENTS), detector), quiet).result;
      const first = await run(detector);
      expect(again.scores).toEqual(first.scores);
      expect(again.key).toBe(first.key);
      expect((await run(detector)).scores).toEqual(first.scores);
    },
  );

  it("is sorted by a column both ways, missing values last", async () => {
    const amounts = async (descending: boolean) => {
      const rows = await view({ sort: { by: named("amount"), descending } });
      const cells = await engine.ask("page", { dataset: card.id, rows: Uint32Array.from(rows) });
      return cells.map((row) => row[named("amount")]);
    };
    const up = await amounts(false);
    const down = await amounts(true);
    expect(up.at(-1)).toBeNull();
    expect(down.at(-1)).toBeNull();
    expect(down.slice(0, 2)).toEqual([9400.5, 9400.5]);
    expect(up.slice(0, -1)).toEqual(down.slice(0, -1).reverse());
  });

  it("is sorted by score, and threshold by it", async () => {
    expect(await view({ sort: { by: "score", descending: true } })).toEqual([...forest.order]);
    expect((await view({ threshold })).sort((a, b) => a - b)).toEqual([40, 120]);
    expect(await view({ threshold, within: Uint32Array.of(3, 40, 50) })).toEqual([40]);
  });

  it("is filtered by range, level and gap, and searched without regard to case", async () => {
    expect(await view({ filters: [{ column: named("amount"), kind: "range", min: 1000, max: null }] })).toEqual([
      40, 120,
    ]);
    expect(await view({ filters: [{ column: named("country"), kind: "levels", levels: ["XX"] }] })).toEqual([120]);
    expect(await view({ filters: [{ column: named("amount"), kind: "missing" }] })).toEqual([7]);
    expect(await view({ search: " p1199 " })).toEqual([199]);
    expect(await view({ search: "9400.5" })).toEqual([40, 120]);
    expect(await view({ search: "nowhere to be found" })).toEqual([]);
  });

  it("says why a row is strange, by a column of the file, in shares that add up", async () => {
    const [explanation] = await engine.ask("explain", { run: forest.key, rows: Uint32Array.of(40) });
    expect(explanation?.row).toBe(40);
    expect(explanation?.contributions[0]).toMatchObject({ column: named("amount"), value: 9400.5, direction: "high" });
    const shares = explanation?.contributions.map(({ share }) => Math.abs(share)) ?? [];
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 6);
  });

  it.each(["isolation-forest", "robust-z", "k-means"])(
    "falls below the threshold of %s once the column that makes it strange is as usual, and not with another",
    async (detector) => {
      const result = await run(detector);
      const own = thresholdValueOf(result.sorted, { kind: "top-k", k: 2 });
      const without = (column: string) => engine.ask("fidelity", { run: result.key, row: 40, named: [named(column)] });
      const found = await without("amount");
      expect(found?.before).toBe(result.scores[40]);
      expect(found?.usual).toBeCloseTo(result.sorted[100]!, 1); // 200 rows
      expect(fidelityVerdict(found!, own)).toBe("crosses");
      expect(fidelityVerdict((await without("visits"))!, own)).toBe("weak");
    },
  );

  it("falls below the threshold of several detectors together as well", async () => {
    const keys = [forest.key, (await run("robust-z")).key];
    const request = { dataset: card.id, runs: keys, weights: [1, 1], rule: "mean" as const };
    const both = await engine.start("combine", request, quiet).result;
    const own = thresholdValueOf(both.sorted, { kind: "top-k", k: 2 });
    const without = (column: string) => engine.ask("fidelity", { run: both.key, row: 40, named: [named(column)] });
    expect((await without("amount"))?.before).toBe(both.scores[40]);
    expect(fidelityVerdict((await without("amount"))!, own)).toBe("crosses");
    expect((await without("payment"))?.after).toBeCloseTo(both.scores[40]!, 9); // a row of the table
    expect(fidelityVerdict((await without("payment"))!, own)).toBe("weak");
  });

  it("has an ordinary neighbour beside each strange row, and none where all are strange", async () => {
    const found = await engine.ask("nearest", { run: forest.key, row: 40, threshold });
    expect(found?.sourceRow).toBe((found?.row ?? 0) + 1);
    expect(forest.scores[found?.row ?? -1]).toBeLessThan(threshold);
    expect(found?.cells).toHaveLength(6);
    expect(await engine.ask("nearest", { run: forest.key, row: 40, threshold: -Infinity })).toBeNull();
  });

  it("lies on a map, strangest first, and says what is behind a sample of it", async () => {
    const onColumns = await engine.ask("project", {
      run: forest.key,
      axes: { kind: "columns", x: named("amount"), y: named("country") },
      limit: 50,
    });
    expect(onColumns).toMatchObject({ xKind: "number", yKind: "category", of: 200 });
    expect([...onColumns.rows.subarray(0, 2)]).toEqual([...forest.order.subarray(0, 2)]);
    expect(new Set(onColumns.rows).size).toBe(50);
    const onComponents = await engine.ask("project", { run: forest.key, axes: { kind: "components" }, limit: 1000 });
    expect(onComponents.x.every(Number.isFinite)).toBe(true);
    expect(onComponents.rows).toHaveLength(200);
  });

  it("is evaluated by its label, of which no detector knew", async () => {
    expect(await engine.ask("evaluate", { run: forest.key, threshold })).toMatchObject({
      column: named("is_fraud"),
      positive: ["1"],
      positives: 2,
      hits: 2,
      flagged: 2,
      rocAuc: 1,
      averagePrecision: 1,
    });
  });

  it("shows what the detectors see", async () => {
    const preview = await engine.ask("preview", { dataset: card.id, recipe: card.recipe, detector: "robust-z" });
    expect(preview.rows).toHaveLength(20);
    expect(preview.rows.every((row) => row.length === preview.features.length && row.every(Number.isFinite))).toBe(
      true,
    );
    expect(preview.features.some(({ column }) => column === named("payment"))).toBe(false);
  });

  it("scores only the rows that the recipe keeps", async () => {
    const recipe = {
      ...card.recipe,
      columns: card.recipe.columns.map((one) => ({ ...one, missing: { kind: "drop-row" as const } })),
    };
    const result = await engine.start("run", { ...requestFor(card, "robust-z"), recipe }, quiet).result;
    expect(result.order).toHaveLength(198);
    expect(result.scores[7]).toBeNaN();
    const panel = [{ run: result.key, threshold: result.sorted[1]! }];
    for (const descending of [true, false])
      expect((await view({ run: result.key, panel, sort: { by: "votes", descending } })).slice(-2)).toEqual([3, 7]);
    expect(await engine.ask("nearest", { run: result.key, row: 7, threshold })).toBeNull();
    expect(await engine.ask("fidelity", { run: result.key, row: 7, named: [named("amount")] })).toBeNull();
    const [row] = await exported("all", plain, result.key, 1);
    expect(row).toMatchObject({ payment: "P1000" });
    expect((await exported("all", plain, result.key))[7]).toMatchObject({ score: "", flagged: "", reasons: "" });
  });

  async function exported(rows: "flagged" | "all", format: CsvFormat, key = forest.key, limit?: number) {
    const { file } = await engine.start(
      "exportRows",
      {
        dataset: card.id,
        run: key,
        threshold,
        rows,
        format,
        words: exportWords,
        cells: "as-written",
        ...(limit === undefined ? {} : { limit }),
      },
      quiet,
    ).result;
    const text = await file.text();
    return Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ""), {
      header: true,
      delimiter: format.separator,
      skipEmptyLines: true,
    }).data;
  }

  it.each(
    ([",", ";", "\t"] as const).flatMap((separator) =>
      ([".", ","] as const).flatMap((decimal) => [true, false].map((bom) => ({ ...plain, separator, decimal, bom }))),
    ),
  )("is written as %o and reads back", async (format) => {
    const flagged = await exported("flagged", format);
    expect(flagged.map(({ payment }) => payment)).toEqual(
      [...forest.order.subarray(0, 2)].map((row) => `P${1000 + row}`),
    );
    expect(flagged[0]).toMatchObject({
      amount: `9400${format.decimal}50`,
      flagged: "1",
      percentile: `99${format.decimal}5`,
    });
    expect(flagged[0]?.reasons).toMatch(/amount \(high, \d+ %\)/);
    expect(Object.keys(flagged[0] ?? {})).toEqual([
      ...card.columns.map(({ name }) => name),
      "row",
      "score",
      "percentile",
      "score100",
      "flagged",
      "reasons",
    ]);
    const all = await exported("all", format);
    expect(all).toHaveLength(200);
    expect(all.filter(({ flagged: mark }) => mark === "1")).toHaveLength(2);
    expect(await exported("all", format, forest.key, 3)).toHaveLength(3);
  });
});
