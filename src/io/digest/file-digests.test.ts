import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { fileDigests } from "./file-digests";

const hashOf = (text: string) => createHash("sha256").update(text).digest("hex");
const fileOf = (path: string, text: string) => ({ path, blob: new Blob([text]) });
const quiet = () => Promise.resolve();

it("tells each of a few files by the hash that every tool gives it", async () => {
  const long = "row,of,cells\n".repeat(20_000);
  const read: number[] = [];
  const found = await fileDigests([fileOf("a.csv", long), fileOf("b.csv", "")], async (bytes) => void read.push(bytes));
  expect(found).toEqual([
    { path: "a.csv", bytes: long.length, sha256: hashOf(long) },
    { path: "b.csv", bytes: 0, sha256: hashOf("") },
  ]);
  expect(read.at(-1)).toBe(long.length);
});

it("tells many files by one hash of the list that sha256sum would write", async () => {
  const names = Array.from({ length: 12 }, (_, at) => `images/${String(12 - at).padStart(2, "0")}.png`);
  const [only, ...others] = await fileDigests(
    names.map((name) => fileOf(name, name)),
    quiet,
  );
  const list = names.toSorted().map((name) => `${hashOf(name)}  ${name}\n`);
  expect(others).toEqual([]);
  expect(only?.sha256).toBe(hashOf(list.join("")));
});

it("stops where whoever asked has given up", async () => {
  await expect(fileDigests([fileOf("a", "abc")], () => Promise.reject(new Error("enough")))).rejects.toThrow("enough");
});
