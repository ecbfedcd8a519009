import Papa from "papaparse";
import { expect } from "vitest";
import { thresholdValueOf } from "../core/score/threshold";
import type { DatasetCard, Engine, RunResult } from "../engine/protocol";
import { exportWords } from "./open-table";

/** Asks of a run on series or events all that the screens ask of any run. */
export async function lookAtAll(engine: Engine, card: DatasetCard, run: RunResult): Promise<void> {
  const threshold = thresholdValueOf(run.sorted, { kind: "suggested" });
  const rows = run.order.subarray(0, 5);
  for (const { contributions } of await engine.ask("explain", { run: run.key, rows })) {
    const shares = contributions.map(({ share }) => Math.abs(share));
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(contributions.length > 0 ? 1 : 0, 6);
  }
  expect(await engine.ask("fidelity", { run: run.key, row: rows[0]!, named: [1] })).toBeNull();
  await engine.ask("nearest", { run: run.key, row: rows[0]!, threshold });
  await engine.ask("evaluate", { run: run.key, threshold });
  const map = await engine.ask("project", { run: run.key, axes: { kind: "components" }, limit: 100 });
  expect([...map.x, ...map.y].every(Number.isFinite)).toBe(true);
  await engine.ask("project", { run: run.key, axes: { kind: "columns", x: 0, y: 1 }, limit: 100 });
  const { dataset, recipe } = run.request;
  if (run.request.detector !== "consensus") {
    const preview = await engine.ask("preview", { dataset, recipe, detector: run.request.detector });
    expect(preview.rows.flat().every(Number.isFinite)).toBe(true);
  }
  for (const which of ["all", "flagged"] as const) {
    const { file } = await engine.start(
      "exportRows",
      {
        dataset: card.id,
        run: run.key,
        threshold,
        rows: which,
        format: { separator: ",", quote: '"', decimal: ".", bom: false, guard: true },
        words: exportWords,
        cells: "as-written",
      },
      () => undefined,
    ).result;
    const lines = Papa.parse<string[]>(await file.text(), { skipEmptyLines: true }).data;
    if (which === "all") expect(lines).toHaveLength(card.rowCount + 1);
  }
}
