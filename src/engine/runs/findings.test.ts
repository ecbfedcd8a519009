import { expect, it } from "vitest";
import { waveCsv } from "../../testing/made-up-series";
import { numbersCsv, openTable, requestFor } from "../../testing/open-table";
import { plantedEvents } from "../../testing/planted-events";
import { createInlineEngine } from "../inline";
import type { Engine, FindingsRequest, RunRequest } from "../protocol";

const asked = { leastSteps: 1, mergeGap: 0, most: 5 };

async function ran(engine: Engine, request: RunRequest) {
  const result = await engine.start("run", request, () => undefined).result;
  const least = result.suggestions.find(({ name }) => name === "false-fifth")?.value ?? NaN;
  const found = (change: Partial<FindingsRequest> = {}) =>
    engine.ask("findings", { run: result.key, threshold: least, ...asked, ...change });
  return { result, found };
}

it("tells the rows that stand out, each with one sentence, which its explanation and its first column repeat", async () => {
  const engine = createInlineEngine();
  const card = await openTable(engine, numbersCsv({ strange: 20 }));
  const { result, found } = await ran(engine, requestFor(card, "findings"));
  expect(result.calibration?.members.some(({ said }) => said === "spoke")).toBe(true);
  const { things, total } = await found();
  expect(total).toBe(1);
  expect(things).toMatchObject([{ row: 20, sourceRow: 21, place: { is: "row" } }]);
  expect(things[0]?.note?.values).toMatchObject({ column: "c0", value: 400 });
  const rows = Uint32Array.of(20, 3);
  const [strange, plain] = await engine.ask("explain", { run: result.key, rows });
  expect(strange?.finding).toEqual(things[0]?.note);
  expect(strange?.contributions[0]).toMatchObject({ column: 0, note: things[0]?.note });
  expect(plain?.row).toBe(3);
});

it("tells the surest ones where more stand out than are asked for", async () => {
  const engine = createInlineEngine();
  const card = await openTable(engine, numbersCsv());
  const { result, found } = await ran(engine, requestFor(card, "findings"));
  const { things, total } = await found({ threshold: result.sorted[30]!, most: 3 }); // there are more
  expect(total).toBeGreaterThanOrEqual(31);
  expect(things.map(({ row }) => row)).toEqual([...result.order.subarray(0, 3)]);
});

it("says a sentence of a member that is run alone, and beside others in a consensus", async () => {
  const engine = createInlineEngine();
  const card = await openTable(engine, numbersCsv({ strange: 20 }));
  const alone = await ran(engine, requestFor(card, "own-tail"));
  const [{ finding } = { finding: undefined }] = await engine.ask("explain", {
    run: alone.result.key,
    rows: Uint32Array.of(20),
  });
  expect(finding?.values).toMatchObject({ column: "c0" });
  const other = await ran(engine, requestFor(card, "robust-z"));
  const runs = [alone.result.key, other.result.key];
  const both = await engine.start("combine", { dataset: card.id, runs, weights: [1, 1], rule: "mean" }, () => undefined)
    .result;
  const [together] = await engine.ask("explain", { run: both.key, rows: Uint32Array.of(20) });
  expect(both.calibration).toBeNull();
  expect(together?.contributions[0]?.column).toBe(0);
});

it("makes one thing of neighbouring steps, with its times", async () => {
  const engine = createInlineEngine();
  const card = await openTable(engine, waveCsv());
  const { result, found } = await ran(engine, requestFor(card, "rolling-mean"));
  const { things, total } = await found({ threshold: result.sorted[9]!, mergeGap: 6 }); // there are more
  expect(total).toBeLessThan(10);
  const [first] = things;
  expect(first?.place).toMatchObject({ is: "stretch", series: "", isClock: true });
  expect(first?.row).toBe(result.order[0]);
});

it("makes one thing of the events of a sequence, by its name", async () => {
  const engine = createInlineEngine();
  const { sequences, cutShort } = plantedEvents();
  const lines = sequences.flatMap((events, job) => events.map((event) => `j${job},${event}`));
  const card = await openTable(engine, ["job,event", ...lines].join("\n"));
  const recipe = {
    ...card.recipe,
    rowKind: { kind: "events", symbol: 1, sequence: 0, time: null, level: "sequence" } as const,
  };
  const { result, found } = await ran(engine, { ...requestFor(card, "n-gram"), recipe });
  const { things, total } = await found({ threshold: result.sorted[0]! }); // there are some
  expect(total).toBe(1);
  expect(things).toMatchObject([{ place: { is: "sequence", name: `j${cutShort}` } }]);
});
