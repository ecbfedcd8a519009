import { readFileSync } from "node:fs";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { thresholdValueOf } from "../core/score/threshold";
import { exportWords, numbersCsv, openTable, requestFor } from "../testing/open-table";
import { failureInfoOf } from "../core/data/failure-info";
import { createInlineEngine } from "./inline";
import type { CsvFormat, Engine, RunResult } from "./protocol";

const quiet = () => undefined;
const plain: CsvFormat = { separator: ",", quote: '"', decimal: ".", bom: false, guard: true };

describe("a table that is no ordinary one", () => {
  /** Opens it, runs the quick set, asks everything there is to ask; a run that cannot be says so by code. */
  async function wholeJob(engine: Engine, content: string | Uint8Array<ArrayBuffer>) {
    const card = await openTable(engine, content);
    const results: RunResult[] = [];
    const refusals: string[] = [];
    for (const detector of ["isolation-forest", "robust-z", "k-means"]) {
      await engine.start("run", requestFor(card, detector), quiet).result.then(
        (result) => results.push(result),
        (error: unknown) => refusals.push(failureInfoOf(error).code),
      );
    }
    for (const { key, sorted, order } of results) {
      expect(sorted.every(Number.isFinite)).toBe(true);
      const threshold = thresholdValueOf(sorted, { kind: "suggested" });
      await engine.ask("explain", { run: key, rows: order.subarray(0, 5) });
      await engine.ask("nearest", { run: key, row: order[0] ?? 0, threshold });
      await engine.ask("evaluate", { run: key, threshold });
      await engine.ask("project", { run: key, axes: { kind: "components" }, limit: 100 });
      const { file } = await engine.start(
        "exportRows",
        { dataset: card.id, run: key, threshold, rows: "all", format: plain, words: exportWords, cells: "as-written" },
        quiet,
      ).result;
      const lines = Papa.parse<string[]>(await file.text(), { skipEmptyLines: true }).data;
      expect(lines).toHaveLength(card.rowCount + 1);
    }
    return { card, results, refusals };
  }

  const fixture = (name: string) => Uint8Array.from(readFileSync(`e2e/fixtures/files/${name}`));

  it("has one row", async () => {
    const { card, results } = await wholeJob(createInlineEngine(), fixture("one-row.csv"));
    expect(card.rowCount).toBe(1);
    for (const { order } of results) expect(order).toHaveLength(1);
  });

  it("is the same in every row", async () => {
    const { refusals } = await wholeJob(createInlineEngine(), fixture("all-constant.csv"));
    expect(refusals).toEqual(["no-features", "no-features", "no-features"]);
  });

  it("holds nothing but gaps", async () => {
    const { refusals } = await wholeJob(createInlineEngine(), fixture("all-missing.csv"));
    expect(refusals).toEqual(["no-features", "no-features", "no-features"]);
  });

  it("holds nothing but text", async () => {
    const { refusals } = await wholeJob(createInlineEngine(), fixture("all-text.csv"));
    expect(refusals).toEqual(["no-features", "no-features", "no-features"]);
  });

  it("has names that programs stumble over", async () => {
    const { card, results } = await wholeJob(createInlineEngine(), fixture("hostile-names.csv"));
    expect(card.columns.map(({ name }) => name).slice(0, 4)).toEqual([
      "__proto__",
      "constructor",
      "toString",
      "<img src=x onerror=alert(1)>",
    ]);
    expect(results).toHaveLength(3);
    expect(results[0]?.features).toEqual(expect.arrayContaining(["__proto__", "constructor", "toString"]));
  });

  it("has values from 1e-308 to 1e308, and infinite ones", async () => {
    const { results, refusals } = await wholeJob(createInlineEngine(), fixture("extremes.csv"));
    expect(refusals).toEqual([]);
    expect(results).toHaveLength(3);
  });

  // Some seconds of work where nothing else runs; many times that where every core is busy.
  it("has 5,000 columns", async () => {
    const engine = createInlineEngine();
    const { card, results } = await wholeJob(engine, numbersCsv({ rows: 30, columns: 5000, strange: 11 }));
    expect(card.columns).toHaveLength(5000);
    expect(results).toHaveLength(3);
    expect(results.find(({ request }) => request.detector === "robust-z")?.order[0]).toBe(11);
  });
});
