import { expect, it, vi } from "vitest";
import { fakeTransfer, type FakeFolder } from "../../testing/fake-transfer";
import { hasFolder, readTransfer } from "./transferred";

const png = (name: string, type = "image/png") => new File(["x"], name, { type });
const still = () => ({ signal: new AbortController().signal, onCount: () => undefined });

it("walks through folders below folders, portion by portion, and orders by path", async () => {
  const good: FakeFolder = Object.fromEntries(
    Array.from({ length: 250 }, (_, at) => [`${at + 1}.png`, png(`${at + 1}.png`)]),
  );
  const set = { train: { good }, test: { bad: { "a.png": png("a.png") } }, ".git": { "b.png": png("b.png") } };
  const transfer = fakeTransfer([{ name: "set", folder: set }]);
  expect(hasFolder(transfer)).toBe(true);
  const onCount = vi.fn();
  const incoming = await readTransfer(transfer, { ...still(), onCount });
  expect(incoming).toMatchObject({ kind: "files", name: "set" });
  const paths = incoming.kind === "files" ? incoming.files.map(({ path }) => path) : [];
  expect(paths).toHaveLength(251);
  expect(paths.slice(0, 3)).toEqual(["set/test/bad/a.png", "set/train/good/1.png", "set/train/good/2.png"]);
  expect(onCount).toHaveBeenLastCalledWith(251);
});

it("takes hold of everything before it first waits", async () => {
  const items = [png("a.png"), png("b.png")];
  const transfer = fakeTransfer(items);
  const incoming = readTransfer(transfer, still());
  // As the browser does once the event is over.
  Object.assign(transfer, { items: [], getData: () => "" });
  expect(await incoming).toMatchObject({ kind: "files", files: [{ path: "a.png" }, { path: "b.png" }] });
});

it("leaves out a file that cannot be read, and tells an empty folder", async () => {
  const folder = { "a.png": png("a.png", "broken"), "b.png": png("b.png") };
  expect(await readTransfer(fakeTransfer([{ name: "set", folder }]), still())).toMatchObject({
    files: [{ path: "set/b.png" }],
  });
  expect(await readTransfer(fakeTransfer([{ name: "new", folder: {} }]), still())).toMatchObject({
    why: "empty-folder",
  });
});

it("stops when it is told to", async () => {
  const stop = new AbortController();
  const transfer = fakeTransfer([{ name: "set", folder: { "a.png": png("a.png") } }]);
  const incoming = readTransfer(transfer, { signal: stop.signal, onCount: () => undefined });
  stop.abort();
  await expect(incoming).rejects.toThrow();
});

it("is text when it holds two lines, also beside the image that a spreadsheet adds", async () => {
  expect(await readTransfer(fakeTransfer([png("image.png")], "a\tb\n1\t2"), still())).toEqual({
    kind: "text",
    text: "a\tb\n1\t2",
  });
  expect(await readTransfer(fakeTransfer([], "https://example.org"), still())).toMatchObject({ why: "no-table" });
  expect(await readTransfer(fakeTransfer([], "  \n "), still())).toEqual({ kind: "nothing" });
  expect(await readTransfer(fakeTransfer([png("image.png")], "a caption"), still())).toMatchObject({
    kind: "files",
  });
});
