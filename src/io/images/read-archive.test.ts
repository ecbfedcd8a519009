import { expect, it } from "vitest";
import { encodedAs } from "../../testing/encoded-as";
import { rawZip } from "../../testing/raw-zip";
import { readArchive } from "./read-archive";

const watch = { checkpoint: () => Promise.resolve() };
const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13);
const utf8 = (text: string) => Uint8Array.from(new TextEncoder().encode(text));
const encoded = (encoding: string) => (text: string) => (encoding === "utf-8" ? utf8(text) : encodedAs(text, encoding));

it.each<[string, readonly string[]]>([
  ["shift_jis", ["検査/良品/画像01.png", "検査/不良/表面.png"]],
  ["gb18030", ["检测/合格/图像01.png", "检测/不合格/表面.png"]],
  ["euc-kr", ["양품/그림01.png", "불량/그림02.png"]],
  ["big5", ["良品/影像01.png", "不良/表面.png"]],
  ["utf-8", ["良品/画像01.png", "bön/é.png"]],
  ["windows-1251", ["годные/снимок 1.png", "брак/снимок 2.png"]],
])("reads names in %s that nobody says are so", async (encoding, names) => {
  const entries = names.map((name) => ({ name: encoded(encoding)(name), bytes: png }));
  const { files, skipped } = await readArchive(await rawZip(entries), watch);
  expect(files.map(({ path }) => path)).toEqual(names);
  expect(skipped).toEqual([]);
});

it("reads names in the code page of DOS", async () => {
  // "größe/prüfstück.png" in code page 437.
  const name = Uint8Array.of(...utf8("gr"), 0x94, 0xe1, ...utf8("e/pr"), 0x81, ...utf8("fst"), 0x81, ...utf8("ck.png"));
  const { files } = await readArchive(await rawZip([{ name, bytes: png }]), watch);
  expect(files[0]?.path).toBe("größe/prüfstück.png");
});

it("follows ./ and the marks of Windows between folders, and says what other files are", async () => {
  const entries = [
    { name: utf8("./a.png"), bytes: png },
    { name: utf8("good\\b.png"), bytes: png },
    { name: utf8("./notes.pdf"), bytes: utf8("%PDF-1.7 and more") },
    { name: utf8(".hidden/c.png"), bytes: png },
  ];
  const { files, skipped } = await readArchive(await rawZip(entries), watch);
  expect(files.map(({ path }) => path)).toEqual(["./a.png", "good/b.png"]);
  expect(skipped).toEqual([{ path: "./notes.pdf", why: { code: "image.other-kind", values: { kind: "PDF" } } }]);
});
