import { describe, expect, it, vi } from "vitest";
import { memoryFiles } from "../../io/keep/memory-files";
import * as sessionArchive from "../../io/keep/session-file";
import { rowLines } from "../../testing/lines-of-kinds";
import { requestFor } from "../../testing/open-table";
import { createInlineEngine } from "../inline";
import type { Engine, OpenedSession, RunResult, SessionFileRequest } from "../protocol";

const quiet = () => undefined;
const CSV = `a,b,c\n${rowLines(80).join("\n")}\n`;
const PROJECT = { version: 1, seed: 3 };

/** A table with two runs, and how it is taken along. */
async function worked(engine: Engine = createInlineEngine()) {
  const source = {
    name: "may.csv",
    files: [{ path: "may.csv", blob: new File([CSV], "may.csv", { lastModified: 9 }) }],
  };
  const found = await engine.ask("inspect", { source });
  if (found.is !== "table") throw new Error("no table");
  const card = await engine.start("open", { source, plan: found.inspection.plan }, quiet).result;
  const results: RunResult[] = [];
  for (const detector of ["knn", "mcd"])
    results.push(await engine.start("run", requestFor(card, detector), quiet).result);
  const request: SessionFileRequest = {
    savedAt: 5,
    sample: null,
    project: JSON.stringify(PROJECT),
    dataset: card.id,
    inspection: found.inspection,
    runs: results.map(({ key }) => key),
    withData: true,
    model: null,
  };
  const file = (change: Partial<SessionFileRequest> = {}) =>
    engine.start("sessionFile", { ...request, ...change }, quiet).result;
  return { engine, card, results, request, file };
}

const opened = (file: Blob, engine = createInlineEngine()): Promise<OpenedSession> =>
  engine.start("openSession", { file }, quiet).result;

/** The archive with one file of it made anew, by another program. */
async function repacked(
  file: Blob,
  change: (path: string, text: string) => BlobPart | null,
  folder = "",
): Promise<Blob> {
  const { BlobReader, BlobWriter, ZipReader, ZipWriter } = await import("@zip.js/zip.js/index-native.js");
  const reader = new ZipReader(new BlobReader(file), { useWebWorkers: false });
  const writer = new ZipWriter(new BlobWriter(), { useWebWorkers: false });
  for (const entry of (await reader.getEntries()).reverse()) {
    if (entry.directory) continue;
    const blob = await entry.getData(new BlobWriter());
    const other = change(entry.filename, entry.filename.endsWith(".json") ? await blob.text() : "");
    await writer.add(folder + entry.filename, new BlobReader(other === null ? blob : new Blob([other])));
  }
  return writer.close();
}

describe("a session as a file", () => {
  it("gives back the table, the file, what was chosen and equal scores on another machine", async () => {
    const { card, results, file } = await worked();
    const there = createInlineEngine();
    const session = await file();
    const look = await there.ask("inspect", { source: { name: "x.zip", files: [{ path: "x.zip", blob: session }] } });
    expect(look).toEqual({ is: "session" });
    const found = await opened(session, there);
    expect(found).toMatchObject({ is: "work", isNewer: false, isCut: false });
    if (found.is !== "work") return;
    expect(found.work).toMatchObject({ name: "may.csv", project: PROJECT, table: { card }, lost: { runs: 0 } });
    expect(found.work.table?.results).toEqual(results);
    expect(await found.work.source?.files[0]?.blob.text()).toBe(CSV);
    const asked = { run: results[0]!.key, rows: results[0]!.order.slice(0, 3) };
    expect(await there.ask("explain", asked)).toEqual(await (await worked()).engine.ask("explain", asked));
  });

  it("opens where another program packed it anew, in a folder", async () => {
    const { results, file } = await worked();
    const other = await repacked(await file(), () => null, "may.session/");
    const look = await createInlineEngine().ask("inspect", {
      source: { name: "x", files: [{ path: "x", blob: other }] },
    });
    expect(look).toEqual({ is: "session" });
    const found = await opened(other);
    expect(found.is === "work" && found.work.table?.results).toEqual(results);
  });

  it("holds no word of the rows without data, and tells by which bytes they are known", async () => {
    const { card, file } = await worked();
    const session = await file({ withData: false });
    const found = await opened(session);
    expect(found).toMatchObject({ is: "settings", name: "may.csv", project: PROJECT, rows: 80, columns: 3 });
    expect(found.is === "settings" && card.id.startsWith(`${found.content}-`)).toBe(true);
    expect(session.size).toBeLessThan(1500);
  });

  it("gives up while the table is packed, not only once the archive is written", async () => {
    const { engine, request } = await worked();
    const written = vi.spyOn(sessionArchive, "sessionFile");
    const job = engine.start("sessionFile", request, quiet);
    job.cancel();
    await expect(job.result).rejects.toMatchObject({ info: { code: "cancelled" } });
    expect(written).not.toHaveBeenCalled();
    written.mockRestore();
  });

  it("brings the kept detector along that scores the table, and keeps it there", async () => {
    const { engine, results, file } = await worked();
    const members = [{ id: "knn", run: results[0]!.key, weight: 1 }];
    const kept = {
      id: "m",
      name: "May",
      madeAt: 1,
      run: results[0]!.key,
      members,
      threshold: { value: 1, rule: "share" },
    };
    await engine.start("keepModel", kept, quiet).result;
    const files = memoryFiles();
    const found = await opened(await file({ model: "m" }), createInlineEngine(files));
    expect(found).toMatchObject({ is: "work", models: 1 });
    expect(await createInlineEngine(files).ask("models", null)).toMatchObject([{ id: "m", name: "May" }]);
  });
});

describe("a session that is not as it was written", () => {
  it("opens as far as it goes wherever it is cut off, and says so", async () => {
    const { card, results, file } = await worked();
    const whole = await file();
    const seen = new Set<string>();
    for (let share = 1; share < 20; share++) {
      const cut = whole.slice(0, Math.floor((whole.size * share) / 20));
      const found = await opened(cut).catch(() => null);
      if (!found) {
        seen.add("nothing");
        continue;
      }
      expect(found.isCut).toBe(true);
      if (found.is === "settings") expect(found.project).toEqual(PROJECT);
      else {
        expect(found.work.table?.card ?? card).toMatchObject({ rowCount: 80 });
        for (const one of found.work.table?.results ?? []) expect(results).toContainEqual(one);
      }
      const table = found.is === "work" ? found.work.table : null;
      seen.add(found.is === "settings" ? "settings" : table ? `${table.results.length} runs` : "file");
    }
    expect([...seen]).toEqual(["settings", "file", "0 runs", "1 runs"].filter((one) => seen.has(one)));
    expect(seen.has("1 runs") && (seen.has("file") || seen.has("settings"))).toBe(true);
    const start = { name: "x", files: [{ path: "x", blob: whole.slice(0, 60) }] };
    expect(await createInlineEngine().ask("inspect", { source: start })).toEqual({ is: "session" });
    await expect(opened(whole.slice(0, 60))).rejects.toMatchObject({ info: { code: "bad-session" } });
  });

  it("loses what is damaged and nothing else", async () => {
    const { card, results, file } = await worked();
    const runLost = await opened(await repacked(await file(), (path) => (path.startsWith("parts/run-3") ? "?" : null)));
    expect(runLost).toMatchObject({ is: "work", work: { lost: { runs: 1 }, table: { results: [results[1]] } } });
    const tableLost = await opened(
      await repacked(await file(), (path) => (path.startsWith("parts/table") ? "?" : null)),
    );
    expect(tableLost).toMatchObject({
      is: "work",
      work: { lost: { table: true, runs: 0 }, table: { card: { id: card.id } } },
    });
    const fileLost = await opened(await repacked(await file(), (path) => (path.startsWith("data/") ? "?" : null)));
    expect(fileLost).toMatchObject({ is: "work", work: { lost: { source: true }, source: null, table: { card } } });
  });

  it("unpacks no more than it says, so that nothing grows without end", async () => {
    const { file } = await worked();
    const zeros = new Uint8Array(10_000_000);
    const bomb = await repacked(await file(), (path) => (path.startsWith("parts/table") ? zeros : null));
    expect(bomb.size).toBeLessThan(100_000);
    expect(await opened(bomb)).toMatchObject({ is: "work", work: { lost: { table: true } } });
    const said = await repacked(await file(), (path, text) =>
      path === "session.json" ? text.replace(/"bytes":\d+/g, '"bytes":9000000000000') : null,
    );
    expect(await opened(said)).toMatchObject({ is: "settings" });
  });

  it("takes of a later version what it knows, and computes the rest again", async () => {
    const { file } = await worked();
    const later = await repacked(await file(), (path, text) =>
      path === "session.json" ? text.replace('"version":1', '"version":7') : null,
    );
    const found = await opened(later);
    expect(found).toMatchObject({ is: "work", isNewer: true, work: { table: null, project: PROJECT } });
    expect(found.is === "work" && (await found.work.source?.files[0]?.blob.text())).toBe(CSV);
  });

  it("is no session where a file of that name in an archive is none", async () => {
    const { file } = await worked();
    const other = await repacked(await file(), (path) => (path === "session.json" ? '{"format":"mine"}' : null));
    const look = await createInlineEngine().ask("inspect", {
      source: { name: "x", files: [{ path: "x", blob: other }] },
    });
    expect(look.is).toBe("table");
    await expect(opened(other)).rejects.toMatchObject({ info: { code: "bad-session" } });
  });
});
