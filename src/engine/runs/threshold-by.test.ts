import { beforeAll, expect, it } from "vitest";
import type { Consequence } from "../../core/score/consequence";
import { openTable, requestFor } from "../../testing/open-table";
import { createInlineEngine } from "../inline";
import type { ConsequenceRequest, DatasetCard, RunResult } from "../protocol";

const quiet = () => undefined;
const engine = createInlineEngine();
const strange = (row: number) => row >= 200 && row % 20 === 7;
let card: DatasetCard;
let result: RunResult;

beforeAll(async () => {
  const lines = Array.from({ length: 400 }, (_, row) => {
    const day = String(1 + (row % 10)).padStart(2, "0");
    const value = 10 + ((row * 7) % 11) + ((row * 13) % 17) / 20 + (strange(row) ? 40 + (row % 7) : 0);
    return `2025-03-${day} 10:00,${value.toFixed(2)},${strange(row) ? "fraud" : "ok"}`;
  });
  card = await openTable(engine, ["time,amount,verdict", ...lines].join("\n"));
  const run = requestFor(card, "robust-z");
  const columns = run.recipe.columns.map((one, at) => ({
    ...one,
    role: (["ignore", "feature", "label"] as const)[at]!,
  }));
  result = await engine.start("run", { ...run, recipe: { ...run.recipe, rowKind: { kind: "rows" }, columns } }, quiet)
    .result;
});

const ask = (by: Consequence, more: Partial<ConsequenceRequest> = {}) =>
  engine.ask("thresholdBy", { run: result.key, by, known: { sources: ["label"] }, ...more });
const flaggedAt = (value: number) => Array.from(result.order).filter((row) => result.scores[row]! >= value);

it("flags as many as can be looked at each day, and says which days have most", async () => {
  const found = await ask({ kind: "capacity", count: 1, per: "time" });
  if (found.kind !== "threshold") throw new Error(found.why);
  expect(flaggedAt(found.value)).toHaveLength(10);
  expect(found.per).toMatchObject({ isDays: true, units: 10, mean: 1, none: 9 });
  expect(found.per?.most).toEqual([{ unit: Date.UTC(2025, 2, 8), count: 10 }]);
  expect(await ask({ kind: "capacity", count: 1, per: "gone" })).toMatchObject({ kind: "refused", why: "no-column" });
});

it("finds where cost is least, and where a figure is best", async () => {
  const dear = await ask({ kind: "cost", missed: 100, falseAlarm: 1 });
  expect(dear).toMatchObject({ kind: "threshold", fares: { value: 0, rows: 400, strange: 10 } });
  expect(flaggedAt(dear.kind === "threshold" ? dear.value : 0)).toHaveLength(10);
  const free = await ask({ kind: "cost", missed: 0, falseAlarm: 1 });
  expect(flaggedAt(free.kind === "threshold" ? free.value : 0)).toHaveLength(0);
  const best = await ask({ kind: "best", figure: "mcc", beta: 1 });
  expect(best).toMatchObject({ fares: { value: 1 } });
  expect(await ask({ kind: "best", figure: "mcc", beta: 1 }, { isPartial: true })).toMatchObject({ why: "partial" });
  const marks = { rows: Uint32Array.of(1, 2), strange: Uint8Array.of(1, 1) };
  const oneClass = await ask({ kind: "best", figure: "f-beta", beta: 1 }, { known: { sources: ["marks"], marks } });
  expect(oneClass).toMatchObject({ why: "no-truth" });
});

it("promises few false alarms by ordinary rows, and refuses where they are too few", async () => {
  const share = { kind: "false-alarms", share: 0.2 } as const;
  const found = await ask({ ...share, reference: { kind: "first", rows: 200 } });
  expect(found).toMatchObject({ kind: "threshold", reference: { rows: 200, flagged: 0 } });
  const flagged = flaggedAt(found.kind === "threshold" ? found.value : 0);
  expect(flagged.filter((row) => !strange(row)).length).toBeLessThanOrEqual(3);
  expect(flagged.filter(strange)).toHaveLength(10);
  const few = await ask({ kind: "false-alarms", share: 0.01, reference: { kind: "first", rows: 30 } });
  expect(few).toMatchObject({ kind: "refused", why: "small", values: { known: 30 } });
  expect(await ask({ ...share, reference: { kind: "first", rows: 5 } })).toMatchObject({ why: "no-reference" });
});

it("counts steps of series by blocks and events by sequences, because neighbours depend on each other", async () => {
  const steps = Array.from({ length: 3000 }, (_, row) => {
    const at = new Date(Date.UTC(2025, 0, 1, row)).toISOString().slice(0, 16);
    const event = row >= 2000 && row % 400 === 7 ? "boom" : ["read", "write", "close"][row % 3];
    return `${at},${(10 * Math.sin(row / 4) + ((row * 7) % 11) / 5 + (event === "boom" ? 60 : 0)).toFixed(3)},${event},s${Math.floor(row / 10)}`;
  });
  const own = await openTable(engine, ["time,load,event,session", ...steps].join("\n"));
  const by = { kind: "false-alarms", share: 0.5 as number, reference: { kind: "first", rows: 2000 } } as const;
  const asked = async (rowKind: typeof own.recipe.rowKind, detector: string, more: Partial<typeof by> = {}) => {
    const { key } = await engine.start(
      "run",
      { ...requestFor(own, detector), recipe: { ...own.recipe, rowKind } },
      quiet,
    ).result;
    return engine.ask("thresholdBy", { run: key, by: { ...by, ...more } });
  };
  const shape = { kind: "series", time: 0, group: null, duplicates: "mean", fillUpTo: 4, window: 10, stride: null, points: "covering" } as const; // prettier-ignore
  const series = await asked(shape, "rolling-robust-z");
  expect(series).toMatchObject({ kind: "threshold", reference: { unit: "block", rows: 100 } });
  expect(series.kind === "threshold" && series.reference?.tested).toBeGreaterThanOrEqual(1);
  expect(await asked(shape, "rolling-robust-z", { share: 0.001 })).toMatchObject({
    why: "small",
    values: { context: "block" },
  });
  const events = await asked({ kind: "events", symbol: 2, sequence: 3, time: 0, level: "event" }, "n-gram");
  expect(events).toMatchObject({ kind: "threshold", reference: { unit: "sequence", rows: 200 } });
});
