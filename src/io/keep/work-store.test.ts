import { expect, it } from "vitest";
import { failureInfoOf } from "../../core/data/failure-info";
import type { KeptFiles } from "./kept-files";
import { memoryFiles } from "./memory-files";
import type { WorkDocument } from "./work-document";
import { type NewPart, WorkStore } from "./work-store";

const work = (change: Partial<WorkDocument> = {}) => ({
  id: "a1",
  name: "payments.csv",
  savedAt: 5,
  rows: 3,
  columns: 2,
  rowKind: "rows" as const,
  sample: null,
  project: { seed: 7 },
  ...change,
});

const part = (kind: string, name: string, content = `${kind} ${name}`): NewPart => ({
  kind,
  name,
  pieces: () => [new TextEncoder().encode(content)],
});

const contents = async (store: WorkStore, id = "a1") => {
  const found = await store.load(id);
  const texts = await Promise.all(
    (found?.parts ?? []).map(async (one) => (await (await store.read(id, one))?.text()) ?? null),
  );
  return { project: found?.project, texts };
};

it("keeps a work with its parts, and writes again only what is new", async () => {
  const files = memoryFiles();
  const store = new WorkStore(files);
  await store.save(work(), [part("source", "x"), part("table", "x-1")]);
  const unwritten: NewPart = { kind: "source", name: "x", pieces: () => expect.fail("it is there") };
  await store.save(work({ project: { seed: 8 } }), [unwritten, part("table", "x-2"), part("run", "r")]);
  expect(await contents(store)).toEqual({ project: { seed: 8 }, texts: ["source x", "table x-2", "run r"] });
  // What the one before had stays as long as that one may be needed.
  await store.save(work(), [part("source", "x")]);
  await store.save(work(), [part("source", "x")]);
  expect((await files.list()).map(({ path }) => path).sort()).toEqual([
    "a1/source-1-0",
    "a1/work-0.json",
    "a1/work-1.json",
  ]);
});

it("lists what is kept, the newest first, and forgets one", async () => {
  const store = new WorkStore(memoryFiles());
  await store.save(work(), [part("source", "x", "12345")]);
  await store.save(work({ id: "b2", savedAt: 9 }), []);
  expect((await store.list()).map((one) => one.work.id)).toEqual(["b2", "a1"]);
  expect((await store.list())[1]?.bytes).toBeGreaterThan(5);
  await store.remove("b2");
  expect((await store.list()).map((one) => one.work.id)).toEqual(["a1"]);
});

/** Files of a machine that stops at a write, after which some bytes of it are there, or none, or other ones. */
function stoppingAt(files: KeptFiles, write: number, left: (bytes: Uint8Array) => Uint8Array | null): KeptFiles {
  let writes = 0;
  return {
    ...files,
    isLasting: true,
    async write(path, pieces) {
      if (++writes < write) return files.write(path, pieces);
      if (writes > write) throw new Error("stopped");
      const all: number[] = [];
      for await (const piece of pieces) all.push(...piece);
      const some = left(Uint8Array.from(all));
      if (some) await files.write(path, [some]);
      throw new Error("stopped");
    },
    remove: (path) => (writes >= write ? Promise.reject(new Error("stopped")) : files.remove(path)),
  };
}

const before = { project: { seed: 7 }, texts: ["source x", "table x-1"] };
const after = { project: { seed: 8 }, texts: ["source x", "table x-2", "run r"] };

/** What was chosen, with what is there of the parts so far. */
const between = { project: { seed: 8 }, texts: ["source x"] };

it.each([1, 2, 3, 4, 5])(
  "is as before, or openable with what was chosen, or whole: a stop at write %i",
  async (write) => {
    for (const left of [() => null, (all: Uint8Array) => all.slice(0, all.length / 2), (all: Uint8Array) => all]) {
      const files = memoryFiles();
      await new WorkStore(files).save(work(), [part("source", "x"), part("table", "x-1")]);
      const stopping = new WorkStore(stoppingAt(files, write, left));
      await stopping
        .save(work({ project: { seed: 8 } }), [part("source", "x"), part("table", "x-2"), part("run", "r")])
        .catch(() => undefined);
      const found = await contents(new WorkStore(files));
      const lawful = { 1: [before, between], 2: [between], 3: [between], 4: [between, after], 5: [after] }[write];
      expect(lawful).toContainEqual(found);
      // And the next save makes it whole, and leaves nothing behind.
      const store = new WorkStore(files);
      const last = [part("source", "x"), part("table", "x-2"), part("run", "r")];
      for (let times = 0; times < 3; times++) await store.save(work({ project: { seed: 8 } }), last);
      expect(await contents(store)).toEqual(after);
      expect(await files.list()).toHaveLength(5);
    }
  },
);

it("has what a person chose before new results are written, which take their time", async () => {
  const files = memoryFiles();
  await new WorkStore(files).save(work(), [part("source", "x")]);
  const stopping = new WorkStore(stoppingAt(files, 2, () => null));
  await stopping.save(work({ project: { seed: 8 } }), [part("source", "x"), part("run", "r")]).catch(() => undefined);
  expect(await contents(new WorkStore(files))).toEqual({ project: { seed: 8 }, texts: ["source x"] });
});

it("writes what was chosen meanwhile before the next part, and leaves nothing behind", async () => {
  const files = memoryFiles();
  const store = new WorkStore(files);
  await store.save(work(), [part("source", "x")]);
  let now = work({ project: { seed: 8 } });
  const seen: unknown[] = [];
  const run = (name: string) => ({
    ...part("run", name),
    async *pieces() {
      seen.push((await new WorkStore(files).load("a1"))?.project);
      now = work({ project: { seed: 8 + seen.length } });
      yield new TextEncoder().encode(name);
    },
  });
  await store.save(work({ project: { seed: 8 } }), [part("source", "x"), run("r"), run("s")], () => now);
  expect(seen).toEqual([{ seed: 8 }, { seed: 9 }]);
  expect((await store.load("a1"))?.project).toEqual({ seed: 10 });
  await store.save(now, [part("source", "x")]);
  await store.save(now, [part("source", "x")]);
  expect(await files.list()).toHaveLength(3);
});

it("keeps what there is room for, and tells of the rest", async () => {
  const store = new WorkStore(memoryFiles({ limit: 2000 }));
  const { work: saved, failure } = await store.save(work(), [
    part("source", "x"),
    part("table", "x", "y".repeat(5000)),
  ]);
  expect(failureInfoOf(failure).code).toBe("storage-full");
  expect(saved.parts.map(({ kind }) => kind)).toEqual(["source"]);
  expect((await store.load("a1"))?.project).toEqual({ seed: 7 });
});

it("keeps what a person chose where the parts leave no room for it", async () => {
  const store = new WorkStore(memoryFiles({ limit: 600 }));
  const { work: saved, failure } = await store.save(work({ project: { text: "z".repeat(200) } }), [
    part("source", "x", "y".repeat(400)),
  ]);
  expect(failureInfoOf(failure).code).toBe("storage-full");
  expect(saved.parts).toEqual([]);
  expect((await store.load("a1"))?.project).toEqual({ text: "z".repeat(200) });
});

it("answers with nothing for a part that is gone or cut off, and for a document that is none", async () => {
  const files = memoryFiles();
  const store = new WorkStore(files);
  await store.save(work(), [part("source", "x")]);
  await files.write("a1/source-1-0", [new Uint8Array(3)]);
  expect((await contents(store)).texts).toEqual([null]);
  await files.write("c3/work-0.json", [new TextEncoder().encode(`{"counter":1,"check":"0","json":"{}"}`)]);
  expect(await store.load("c3")).toBeNull();
  expect(await store.list()).toHaveLength(1);
});
