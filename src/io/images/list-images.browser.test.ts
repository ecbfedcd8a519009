import { describe, expect, it } from "vitest";
import { drawnImage, zipOf } from "../../testing/image-bytes";
import { listImages } from "./list-images";
import { readArchive } from "./read-archive";

const watch = { checkpoint: () => Promise.resolve() };
const text = new Blob(["this is no image at all"]);
const listed = async (files: readonly { path: string; blob: Blob }[]) => {
  const { images, skipped } = await listImages(files, watch);
  return {
    images: images.map(({ path }) => path),
    skipped: skipped.map(({ path, why }) => `${path}: ${why.code}`),
  };
};

/** An archive of entries of one byte each, which is none of an image; made by hand, because that is quick. */
async function storedZip(count: number): Promise<Blob> {
  const common = (at: number) => {
    const view = new DataView(new ArrayBuffer(26));
    view.setUint16(0, 10, true);
    view.setUint32(10, 0xe8b7be43, true); // CRC-32 of "a"
    view.setUint32(14, 1, true);
    view.setUint32(18, 1, true);
    view.setUint16(22, 6, true);
    return { head: new Uint8Array(view.buffer), name: new TextEncoder().encode(String(at).padStart(6, "0")) };
  };
  const locals: BlobPart[] = [];
  const centrals: BlobPart[] = [];
  for (let at = 0; at < count; at++) {
    const { head, name } = common(at);
    locals.push(Uint8Array.of(0x50, 0x4b, 3, 4), head, name, "a");
    const place = new DataView(new ArrayBuffer(14));
    place.setUint32(10, at * 37, true);
    centrals.push(Uint8Array.of(0x50, 0x4b, 1, 2, 10, 0), head, place.buffer, name);
  }
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, count, true);
  end.setUint16(10, count, true);
  end.setUint32(12, count * 52, true);
  end.setUint32(16, count * 37, true);
  // Of one piece, because a blob of many is slow to be cut.
  return new Blob([await new Blob([...locals, ...centrals, end.buffer]).arrayBuffer()]);
}

describe("files", () => {
  it("are images by their content, whatever their name", async () => {
    const png = await drawnImage(3, 2, () => "red");
    const found = await listed([
      { path: "a/one.txt", blob: png },
      { path: "two.png", blob: text },
      { path: "three.png", blob: new Blob([]) },
      { path: ".hidden.png", blob: png },
      { path: "__MACOSX/a.png", blob: png },
    ]);
    expect(found.images).toEqual(["a/one.txt"]);
    expect(found.skipped).toEqual(["two.png: image.no-image", "three.png: image.empty"]);
  });

  it.each(["image/png", "image/jpeg", "image/webp"])("have their sides read: %s", async (type) => {
    const { images } = await listImages([{ path: "x", blob: await drawnImage(30, 20, () => "red", type) }], watch);
    expect(images[0]).toMatchObject({ width: 30, height: 20 });
  });

  it("larger than 80 megapixels are refused by their header, before anything is decoded", async () => {
    const header = new Uint8Array(33);
    header.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
    new DataView(header.buffer).setUint32(16, 12_000);
    new DataView(header.buffer).setUint32(20, 9_000);
    const { skipped } = await listImages([{ path: "huge.png", blob: new Blob([header]) }], watch);
    expect(skipped[0]?.why).toEqual({ code: "image.too-large", values: { width: 12_000, height: 9_000, most: 80 } });
  });
});

describe("a zip archive", () => {
  it("gives its images, and tells what it held beside them", async () => {
    const png = await drawnImage(3, 2, () => "red");
    const inner = await zipOf([{ path: "x.png", blob: png }]);
    const archive = await zipOf([
      { path: "set/good/1.png", blob: png },
      { path: "set/read me.png", blob: text },
      { path: "set/more.zip", blob: inner },
      { path: "__MACOSX/set/._1.png", blob: text },
    ]);
    const found = await listed([{ path: "set.zip", blob: archive }]);
    expect(found.images).toEqual(["set/good/1.png"]);
    expect(found.skipped).toEqual(["set/read me.png: image.no-image", "set/more.zip: image.archive-inside"]);
  });

  it("that is encrypted is skipped entry by entry", async () => {
    const archive = await zipOf([{ path: "1.png", blob: await drawnImage(3, 2, () => "red") }], "secret");
    expect((await listed([{ path: "set.zip", blob: archive }])).skipped).toEqual(["1.png: image.encrypted"]);
  });

  it("expands no further than an image can, whatever its entries claim", async () => {
    const zeros = new Blob([Uint8Array.of(0x42, 0x4d), new Uint8Array(3_000_000)]);
    const archive = await zipOf([
      { path: "bomb.bmp", blob: zeros },
      { path: "1.bmp", blob: zeros.slice(0, 900_000) },
      { path: "2.bmp", blob: zeros.slice(0, 900_000) },
    ]);
    expect(archive.size).toBeLessThan(10_000);
    const { files, skipped } = await readArchive(archive, watch, { entries: 9, entryBytes: 1e6, bytes: 1.5e6 });
    expect(files.map(({ path }) => path)).toEqual(["1.bmp"]);
    expect(skipped.map(({ path, why }) => [path, why.code])).toEqual([
      ["bomb.bmp", "image.entry-size"],
      ["2.bmp", "image.unpacked"],
    ]);
  });

  it("with too many entries gives the first of them", async () => {
    const limits = { entries: 200, entryBytes: 1e6, bytes: 1e6 };
    const { skipped } = await readArchive(await storedZip(60_000), watch, limits);
    expect(skipped).toHaveLength(201);
    expect(skipped.at(-1)?.why.code).toBe("image.entries");
  });

  it("that is broken is a failure", async () => {
    const archive = await zipOf([{ path: "1.png", blob: await drawnImage(3, 2, () => "red") }]);
    const half = archive.slice(0, archive.size - 40);
    await expect(listImages([{ path: "set.zip", blob: half }], watch)).rejects.toMatchObject({
      info: { code: "bad-archive" },
    });
  });

  it("stops when the person gives up", async () => {
    const archive = await zipOf([{ path: "1.png", blob: await drawnImage(3, 2, () => "red") }]);
    const giveUp = { checkpoint: () => Promise.reject(new Error("given up")) };
    await expect(listImages([{ path: "set.zip", blob: archive }], giveUp)).rejects.toThrow("given up");
  });
});
