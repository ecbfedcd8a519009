import { expect, it } from "vitest";
import { exportWords, numbersCsv, openTable, requestFor } from "../../testing/open-table";
import { createInlineEngine } from "../inline";
import type { CsvFormat, DatasetCard, Engine, ExportRequest, Progress, RunResult } from "../protocol";

const quiet = () => undefined;
const asItIs: CsvFormat = { separator: ",", quote: '"', decimal: ".", bom: false, guard: false };

/** Cells that are read as numbers, times and words, each written as nothing that was read of it would be. */
const ODDLY_WRITTEN = [
  " id ,value,when,id",
  "12345678901234567890,1.50,2024-04-01T00:00:00+02:00,n/a",
  "12345678901234567891,<0.4,2024-04-01T01:00:00+02:00,",
  '12345678901234567892,12.5 kg,2024-04-01T02:00:00+02:00,"say ""x"""',
  "",
  "12345678901234567893,(3.10),2024-04-01T03:00:00+02:00,=1+1",
  "12345678901234567894,9e3,not a time",
  "12345678901234567895,0.10,2024-04-01T05:00:00+02:00, padded ",
];

async function opened(text: string | Blob) {
  const engine = createInlineEngine();
  const file = typeof text === "string" ? new Blob([text]) : text;
  const source = { name: "file.csv", files: [{ path: "file.csv", blob: file }] };
  const look = await engine.ask("inspect", { source });
  if (look.is !== "table") throw new Error("no table");
  const card = await engine.start("open", { source, plan: look.inspection.plan }, quiet).result;
  return { engine, card, run: await engine.start("run", requestFor(card, "robust-z"), quiet).result };
}

interface Opened {
  readonly engine: Engine;
  readonly card: DatasetCard;
  readonly run: RunResult;
}

const asking = ({ card, run }: Opened, more: Partial<ExportRequest> = {}): ExportRequest => ({
  dataset: card.id,
  run: run.key,
  threshold: Infinity,
  rows: "all",
  format: asItIs,
  words: exportWords,
  cells: "as-written",
  ...more,
});

async function linesOf(table: Opened, more: Partial<ExportRequest> = {}): Promise<string[]> {
  const { file } = await table.engine.start("exportRows", asking(table, more), quiet).result;
  return (await file.text()).split("\r\n");
}

it("writes names and cells as they stand in the file", async () => {
  const table = await opened(`${ODDLY_WRITTEN.join("\n")}\n`);
  const lines = await linesOf(table);
  const rows = ODDLY_WRITTEN.filter((line) => line !== "");
  expect(lines).toHaveLength(rows.length + 1);
  rows.forEach((line, at) => expect(lines[at]!.startsWith(line), line).toBe(true));
  // A row that ends early is filled up, so that what is added stands in its own columns.
  expect(lines[5]).toMatch(/^12345678901234567894,9e3,not a time,,5,/);
});

it("puts all cells in quotes where the file does", async () => {
  const rows = numbersCsv({ rows: 40 }).trim().split("\n");
  const quoted = rows.map((line) => `"${line.split(",").join('","')}"`);
  const lines = await linesOf(await opened(`${quoted.join("\n")}\n`));
  quoted.forEach((line, at) => expect(lines[at]!.startsWith(`${line},"`)).toBe(true));
  // One cell without is enough: then quotes stand where they are needed.
  const [first] = await linesOf(await opened([...quoted, "1,2,3,4"].join("\n")));
  expect(first).toMatch(/^c0,c1,c2,c3,row,/);
});

it("writes flagged rows the strangest first, with their own cells", async () => {
  const table = await opened(numbersCsv({ rows: 5000, strange: 4321 }));
  const source = numbersCsv({ rows: 5000, strange: 4321 }).split("\n").slice(1);
  const threshold = table.run.sorted[700]!;
  const lines = (await linesOf(table, { rows: "flagged", threshold })).slice(1, -1);
  const { order } = table.run;
  expect(lines).toHaveLength(701);
  lines.forEach((line, at) => expect(line.startsWith(`${source[order[at]!]},${order[at]! + 1},`)).toBe(true));
  expect(lines[0]).toMatch(/c0 \(high, \d+ %\)/);
  const preview = await linesOf(table, { rows: "flagged", threshold, limit: 4 });
  expect(preview.slice(1, -1)).toEqual(lines.slice(0, 4));
});

it("writes what was read where that is wanted", async () => {
  const table = await opened(`${ODDLY_WRITTEN.join("\n")}\n`);
  const [names, first] = await linesOf(table, { cells: "as-read" });
  expect(names).toMatch(/^id,value,when,id \(2\),/);
  expect(first).toMatch(/^12345678901234567890,1.5,2024-04-01T00:00:00\+02:00,,/);
});

it("says how many cells a spreadsheet would run, and changes as many", async () => {
  const table = await opened(`${ODDLY_WRITTEN.join("\n")}\n`);
  const { engine, run } = table;
  for (const cells of ["as-written", "as-read"] as const) {
    const about = { run: run.key, rows: "all", threshold: Infinity, cells, of: "formulas" } as const;
    expect(await engine.start("countCells", about, quiet).result).toBe(1);
    const request = asking(table, { cells, format: { ...asItIs, guard: true } });
    const { guarded, file } = await engine.start("exportRows", request, quiet).result;
    expect(guarded).toBe(1);
    expect(await file.text()).toContain(",'=1+1,");
  }
});

/** A file that holds something else from the second time on that it is read to its end. */
function changing(before: string, after: () => ReadableStream<Uint8Array<ArrayBuffer>>): Blob {
  const file = new Blob([before]);
  let opened = 0;
  return Object.assign(file, {
    stream: () => (opened++ === 0 ? new Blob([before]).stream() : after()),
  });
}

it("tells that the file changed, or is gone, and can still write what was read of it", async () => {
  const before = numbersCsv({ rows: 50 });
  const then = (text: string) => () => new Blob([text]).stream();
  const gone = () =>
    new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull: (controller) => controller.error(new DOMException("gone", "NotFoundError")),
    });
  const cases = [
    ["file-changed", then(before.replace("5", "6"))],
    ["file-vanished", then(before.slice(0, -30))],
    ["file-changed", then(`${before}"`)],
    ["file-vanished", gone],
  ] as const;
  for (const [code, after] of cases) {
    const table = await opened(changing(before, after));
    const job = table.engine.start("exportRows", asking(table), quiet);
    await expect(job.result).rejects.toMatchObject({ info: { code } });
    expect(await linesOf(table, { cells: "as-read" })).toHaveLength(52);
  }
});

it("stops in the middle when it is told to, and answers others meanwhile", async () => {
  const engine = createInlineEngine();
  const card = await openTable(engine, numbersCsv({ rows: 60_000 }));
  const run = await engine.start("run", requestFor(card, "robust-z"), quiet).result;
  const table = { engine, card, run };
  const seen: Progress[] = [];
  let hasAnswered = false;
  const threshold = run.sorted[6000]!;
  const job = engine.start("exportRows", asking(table, { threshold }), (progress) => {
    seen.push(progress);
    if (seen.length === 1)
      void engine.ask("page", { dataset: card.id, rows: Uint32Array.of(0) }).then(() => (hasAnswered = true));
    if (hasAnswered) job.cancel();
  });
  await expect(job.result).rejects.toMatchObject({ info: { code: "cancelled" } });
  expect(seen.at(-1)!.done).toBeLessThan(1);
  expect((await linesOf(table, { limit: 2 })).slice(1, -1)).toHaveLength(2);
});

it("gives what stands out for sure its own sentence as the reason", async () => {
  const engine = createInlineEngine();
  const card = await openTable(engine, numbersCsv({ strange: 17 }).replace(/^400\.00/m, "4000.00"));
  const run = await engine.start("run", requestFor(card, "findings"), quiet).result;
  const [, strange = ""] = await linesOf({ engine, card, run }, { rows: "flagged", threshold: run.sorted[0]! });
  expect(strange).toMatch(/^4000\.00,.*,c0 is [\d.]+ times the usual$/);
});
