import { expect, it } from "vitest";
import { zipWriter } from "./write-archive";

async function namesOf(...paths: readonly string[]): Promise<readonly string[]> {
  const writer = await zipWriter();
  for (const path of paths) await writer.add(path, new Blob(["x"]));
  const { BlobReader, ZipReader } = await import("@zip.js/zip.js/index-native.js");
  const reader = new ZipReader(new BlobReader(await writer.finish()), { useWebWorkers: false });
  const entries = await reader.getEntries();
  await reader.close();
  return entries.map(({ filename }) => filename);
}

it("gives names that are one on some systems a number", async () => {
  expect(
    await namesOf("images/A.png", "images/a.png", "images/a.PNG", "images/\u00e4.png", "images/a\u0308.png"),
  ).toEqual(["images/A.png", "images/a (2).png", "images/a (3).PNG", "images/\u00e4.png", "images/a\u0308 (2).png"]);
});

it("writes names that every system can write", async () => {
  expect(
    await namesOf("../../up.png", "con/AUX.png", "nul .txt", "a:b?.png", "bell\u0007.png", "dots...", "context.png"),
  ).toEqual(["up.png", "_con/_AUX.png", "_nul .txt", "a_b_.png", "bell_.png", "dots.._", "context.png"]);
});
