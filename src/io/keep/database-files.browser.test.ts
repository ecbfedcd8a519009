import { afterEach, expect, it } from "vitest";
import { databaseFiles } from "./database-files";
import { WorkStore } from "./work-store";

afterEach(async () => {
  const files = await databaseFiles();
  for (const { path } of await files.list()) await files.remove(path);
});

const bytes = (text: string) => new TextEncoder().encode(text);

it("keeps files in a database where there is no file system for pages, and finds them again", async () => {
  const files = await databaseFiles();
  expect(files.isLasting).toBe(true);
  expect(await files.write("w/one", [bytes("ab"), bytes("c")])).toBe(3);
  await files.write("w/one", [bytes("longer than before")]);
  await files.write("models/two", [new Uint8Array(300_000).fill(7)]);
  const later = await databaseFiles();
  expect(await (await later.read("w/one"))?.text()).toBe("longer than before");
  expect(await later.read("w/none")).toBeNull();
  expect([...(await later.list())].sort((a, b) => a.bytes - b.bytes)).toEqual([
    { path: "w/one", bytes: 18 },
    { path: "models/two", bytes: 300_000 },
  ]);
  await later.remove("w/one");
  await later.remove("w/one");
  expect(await files.read("w/one")).toBeNull();
});

it("holds a piece of work as files do", async () => {
  const work = { id: "a1", name: "a.csv", savedAt: 5, rows: 3, columns: 2, rowKind: "rows", sample: null } as const;
  const part = { kind: "source", name: "x", pieces: () => [bytes("a,b")] };
  await new WorkStore(await databaseFiles()).save({ ...work, project: { seed: 7 } }, [part]);
  const store = new WorkStore(await databaseFiles());
  const [found] = await store.list();
  expect(found?.work).toMatchObject({ ...work, project: { seed: 7 } });
  expect(await (await store.read("a1", found!.work.parts[0]!))?.text()).toBe("a,b");
});

it("tells that there is no room as a failure with words", async () => {
  const files = await databaseFiles();
  const full = new DOMException("no more", "QuotaExceededError");
  const put = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = () => {
    throw full;
  };
  try {
    await expect(files.write("w/one", [bytes("a")])).rejects.toMatchObject({ info: { code: "storage-full" } });
  } finally {
    IDBObjectStore.prototype.put = put;
  }
});
