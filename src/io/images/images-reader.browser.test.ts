import { expect, it } from "vitest";
import { bmpOf } from "../../testing/bmp";
import { drawnImage, zipOf } from "../../testing/image-bytes";
import { checkReader } from "../../testing/reader-checks";
import { glanceAt } from "../read/glance";
import { imagesReader } from "./images-reader";

const image = (level: number) => bmpOf(20, 20, (x, y) => (x + level + y) % 256);
const set = (last: number) => [
  ...Array.from({ length: 30 }, (_, at) => ({ path: `parts/good/${at}.bmp`, blob: image(at) })),
  { path: "parts/bad/1.bmp", blob: image(last) },
];
const png = await drawnImage(9, 9, () => "red");
const archive = await zipOf(set(77));

checkReader(imagesReader, {
  table: async () => ({ name: "parts", files: set(77) }),
  changed: async () => ({ name: "parts", files: set(78) }),
  unreadable: {
    "files that are none": { files: [{ path: "1.png", blob: new Blob(["text"]) }], code: "no-images" },
    "an image that is cut off": { files: [{ path: "1.png", blob: png.slice(0, 50) }], code: "no-images" },
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
