import { expect, it } from "vitest";
import { bmpOf } from "../../testing/bmp";
import { drawnImage, zipOf } from "../../testing/image-bytes";
import { tiffFile, tiffOf } from "../../testing/tiff";
import { tiffFiles } from "../../testing/tiff-files";
import { checkReader } from "../../testing/reader-checks";
import { glanceAt } from "../read/glance";
import { bitmapOfImage } from "./decode-image";
import { imagesReader } from "./images-reader";

const image = (level: number) => bmpOf(20, 20, (x, y) => (x + level + y) % 256);
const set = (last: number) => [
  ...Array.from({ length: 30 }, (_, at) => ({ path: `parts/good/${at}.bmp`, blob: image(at) })),
  { path: "parts/bad/1.bmp", blob: image(last) },
  // Of sixteen bits: all of them are looked at through one window.
  ...[1, 2, 3].map((at) => ({
    path: `parts/good/deep ${at}.tif`,
    blob: tiffOf(20, 20, (x, y) => 500 * at + x + 9 * y),
  })),
];
const png = await drawnImage(9, 9, () => "red");
const archive = await zipOf(set(77));

checkReader(imagesReader, {
  table: async () => ({ name: "parts", files: set(77) }),
  changed: async () => ({ name: "parts", files: set(78) }),
  unreadable: {
    "files that are none": { files: [{ path: "1.png", blob: new Blob(["text"]) }], code: "no-images" },
    "an image that is cut off": { files: [{ path: "1.png", blob: png.slice(0, 50) }], code: "no-images" },
    "a TIFF that is cut off": {
      files: [{ path: "1.tif", blob: tiffOf(9, 9, (x) => x).slice(0, 60) }],
      code: "no-images",
    },
    "a TIFF packed otherwise": { files: [{ path: "1.tif", blob: tiffFile(tiffFiles.fax) }], code: "not-text" },
    "an empty file": { files: [{ path: "1.png", blob: new Blob([]) }], code: "no-images" },
    "an archive that is cut off": { files: [{ path: "1.zip", blob: archive.slice(0, 900) }], code: "bad-archive" },
    "an archive without any": {
      files: zipOf([{ path: "a.txt", blob: new Blob(["text"]) }]).then((blob) => [{ path: "a.zip", blob }]),
      code: "no-images",
    },
  },
});

it("takes what lies in a folder with images, an archive alone, and no workbook", async () => {
  const text = new Blob(["text"]);
  const takes = (...files: readonly (readonly [string, Blob])[]) =>
    imagesReader.accepts(glanceAt({ files: files.map(([path, blob]) => ({ path, blob })) }));
  expect(await takes(["a/notes.txt", text], ["b/1.png", png], ["b/notes.txt", text], ["c.txt", text])).toEqual([1, 2]);
  expect(await takes(["1.csv", png], ["2.png", text])).toEqual([0]);
  expect(await takes(["set.zip", archive], ["c.txt", text])).toEqual([0]);
  expect(await takes(["book.zip", await zipOf([{ path: "xl/workbook.xml", blob: text }])])).toBeNull();
});

it("tells through which window deep images are looked at, and draws them so", async () => {
  const files = [0, 1].map((at) => ({
    path: `${at}.tif`,
    blob: tiffOf(40, 40, (x, y) => 1000 * at + x + 40 * y),
  }));
  const source = { name: "deep", files };
  const { plan } = await imagesReader.inspect(source, {});
  const read = await imagesReader.read(source, plan, {
    onProgress: () => undefined,
    checkpoint: () => Promise.resolve(),
  });
  expect(read.report.notes).toMatchObject([{ code: "image.window-whole", values: { count: 2, bits: 16 } }]);
  const [dark, bright] = [0, 1].map((at) => read.images?.squares.slice(1600 * at, 1600 * (at + 1)) ?? []);
  const meanOf = (values: ArrayLike<number>) => Array.from(values).reduce((sum, one) => sum + one, 0) / values.length;
  // The darker image of the set stays the darker one.
  expect(meanOf(bright!) - meanOf(dark!)).toBeGreaterThan(60);
  const bitmap = await bitmapOfImage(read.images!.files[1]!, { resizeWidth: 10, resizeHeight: 10 });
  expect([bitmap.width, bitmap.height]).toEqual([10, 10]);
});
