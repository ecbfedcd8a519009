import { expect, it } from "vitest";
import { tiffOf } from "../../../testing/tiff";
import { withWindows } from "./tiff-windows";

const quiet = () => Promise.resolve();
const whole = { kind: "whole", bits: 16 } as const;
const decimal = { kind: "float", bits: 32 } as const;
const listed = (path: string, blob: Blob, depth?: typeof whole | typeof decimal) => ({
  path,
  blob,
  width: 10,
  height: 10,
  kind: "tiff" as const,
  ...(depth && { depth }),
});

it("looks at all images of one depth through one window, and tells it", async () => {
  const files = [
    listed(
      "dark.tif",
      tiffOf(10, 10, (x, y) => 1000 + x + 10 * y),
      whole,
    ),
    listed(
      "bright.tif",
      tiffOf(10, 10, (x, y) => 2000 + x + 10 * y),
      whole,
    ),
    listed(
      "map.tif",
      tiffOf(10, 10, (x, y) => (x + 10 * y) / 100, "decimal"),
      decimal,
    ),
    listed("plain.tif", new Blob()),
  ];
  const done: number[] = [];
  const { files: seen, notes } = await withWindows(files, async (count) => void done.push(count));
  const inHundredths = seen.map(({ window }) => window && [window.low, window.high].map((at) => Math.round(100 * at)));
  expect(inHundredths).toEqual([[100_400, 209_500], [100_400, 209_500], [2, 97], undefined]);
  expect(notes.map(({ code, values }) => [code, values?.["count"]])).toEqual([
    ["image.window-whole", 2],
    ["image.window-float", 1],
  ]);
  expect(done).toEqual([1, 2, 3]);
});

it("lets what cannot be decoded have no say, and tells of files with several images", async () => {
  const bad = { ...listed("bad.tif", new Blob(["II*\u0000"]), whole), pages: 3 };
  const { files, notes } = await withWindows([bad], quiet);
  expect(files).toEqual([bad]);
  expect(notes).toEqual([{ code: "image.first-page", values: { count: 1 } }]);
});
