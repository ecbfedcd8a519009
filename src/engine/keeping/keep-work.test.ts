import { expect, it } from "vitest";
import type { KeptFiles } from "../../io/keep/kept-files";
import { memoryFiles } from "../../io/keep/memory-files";
import { numbersCsv, planFor, requestFor, sourceOf } from "../../testing/open-table";
import { createInlineEngine } from "../inline";
import type { Engine, KeepRequest } from "../protocol";

const MIXED = `who,amount,size,day,note\n${Array.from({ length: 90 }, (_, row) =>
  [
    "abc"[row % 3],
    row === 40 ? "" : (row * 7919) % 331,
    (row * 104729) % 97,
    `2024-03-${10 + ((row * 31) % 19)}`,
    `remark ${(row * 13) % 90} ü`,
  ].join(","),
).join("\n")}\n`;

/** Opens a text, runs detectors over it, and keeps all of it as work `w`. */
async function kept(engine: Engine, text: string, detectors: readonly string[]) {
  const source = {
    name: "table.csv",
    files: [{ path: "table.csv", blob: new File([text], "table.csv", { lastModified: 99 }) }],
  };
  const found = await engine.ask("inspect", { source });
  if (found.is !== "table") throw new Error("no table");
  const card = await engine.start("open", { source, plan: found.inspection.plan }, () => undefined).result;
  const results = [];
  for (const detector of detectors)
    results.push(await engine.start("run", requestFor(card, detector), () => undefined).result);
  const request: KeepRequest = {
    id: "w",
    savedAt: 12,
    sample: null,
    project: JSON.stringify({ version: 1, seed: 3 }),
    dataset: card.id,
    inspection: found.inspection,
    runs: results.map(({ key }) => key),
  };
  return { card, results, request, answer: await engine.ask("keep", request) };
}

const opened = (engine: Engine) => engine.start("openKept", { id: "w" }, () => undefined).result;

it("gives back the table, what was chosen, the file, and every run with all that can be asked of it", async () => {
  const files = memoryFiles();
  const first = createInlineEngine(files);
  const { card, results, answer } = await kept(first, MIXED, ["isolation-forest", "findings", "mcd"]);
  expect(answer).toEqual({ refused: null });

  const second = createInlineEngine(files);
  const work = await opened(second);
  expect(work).toMatchObject({ name: "table.csv", project: { version: 1, seed: 3 }, table: { card } });
  expect(await work.source?.files[0]?.blob.text()).toBe(MIXED);
  expect(work.source?.files[0]?.blob).toMatchObject({ name: "table.csv", lastModified: 99 });
  expect(work.table?.results).toEqual(results);
  for (const { key, order } of results) {
    const asked = { run: key, rows: order.slice(0, 5) };
    expect(await second.ask("explain", asked)).toEqual(await first.ask("explain", asked));
  }
  const rows = Uint32Array.of(0, 40, 89);
  expect(await second.ask("page", { dataset: card.id, rows })).toEqual(
    await first.ask("page", { dataset: card.id, rows }),
  );
});

it("lists what is kept, and forgets it", async () => {
  const engine = createInlineEngine(memoryFiles({ isLasting: true }));
  expect(await engine.ask("kept", null)).toMatchObject({ works: [], isLasting: true });
  await kept(engine, numbersCsv(), []);
  const { works } = await engine.ask("kept", null);
  expect(works).toMatchObject([{ id: "w", name: "table.csv", rows: 300, columns: 4, savedAt: 12 }]);
  expect(works[0]?.bytes).toBeGreaterThan(300 * 4 * 8);
  expect((await engine.ask("forgetKept", { id: null })).works).toEqual([]);
  await expect(opened(engine)).rejects.toMatchObject({ info: { code: "no-work" } });
});

/** Spoils the parts of a kind. */
async function spoil(files: KeptFiles, kind: string, change: (bytes: Uint8Array) => Uint8Array) {
  for (const { path } of await files.list())
    if (path.startsWith(`w/${kind}-`)) {
      const bytes = new Uint8Array((await (await files.read(path))?.arrayBuffer()) ?? new ArrayBuffer());
      await files.write(path, [change(bytes)]);
    }
}

it.each([
  ["cut off", (bytes: Uint8Array) => bytes.slice(0, bytes.length / 2)],
  ["of other bytes", (bytes: Uint8Array) => bytes.map((byte, at) => (at < 400 ? byte ^ 1 : byte))],
])("reads the file again where the table is %s, and runs again what is damaged", async (_, change) => {
  const files = memoryFiles();
  await kept(createInlineEngine(files), MIXED, ["mcd"]);
  await spoil(files, "run", change);
  expect((await opened(createInlineEngine(files))).table?.results).toEqual([]);
  await spoil(files, "table", change);
  const again = await opened(createInlineEngine(files));
  expect(again.table?.card.rowCount).toBe(90);
  await spoil(files, "reading", change);
  const raw = await opened(createInlineEngine(files));
  expect(raw.table).toBeNull();
  expect(await raw.source?.files[0]?.blob.text()).toBe(MIXED);
  await spoil(files, "source", (bytes) => bytes.slice(1));
  await expect(opened(createInlineEngine(files))).rejects.toMatchObject({ info: { code: "no-work" } });
});

it("opens a table whose file found no room, and tells that it did not", async () => {
  const files = memoryFiles();
  let room = 0;
  const tight: KeptFiles = {
    ...files,
    write: (path, pieces) =>
      path.includes("source") && room++ === 0
        ? memoryFiles({ limit: 0 }).write(path, pieces)
        : files.write(path, pieces),
  };
  const { answer, request } = await kept(createInlineEngine(tight), MIXED, []);
  expect(answer.refused?.code).toBe("storage-full");
  const second = createInlineEngine(tight);
  const work = await opened(second);
  expect(work.source).toBeNull();
  expect(work.table?.card.rowCount).toBe(90);
  expect(request.runs).toEqual([]);
});

it("is the table of the same bytes and plan, so that no run is made again for another id", async () => {
  const files = memoryFiles();
  const engine = createInlineEngine(files);
  const { card } = await kept(engine, MIXED, []);
  const source = sourceOf(MIXED);
  const again = await engine.start("open", { source, plan: await planFor(engine, source) }, () => undefined).result;
  expect((await opened(createInlineEngine(files))).table?.card.id).toBe(card.id);
  expect(again.id).toBe(card.id);
});
