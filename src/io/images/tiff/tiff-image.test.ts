import { expect, it } from "vitest";
import { tiffFile, tiffOf } from "../../../testing/tiff";
import { tiffFiles } from "../../../testing/tiff-files";
import { headerOf } from "../image-header";
import { tiffHeader, tiffPixels, tiffValues } from "./tiff-image";

const AS_IT_IS = { low: 0, high: 255 };

async function levelsOf(blob: Blob, window = AS_IT_IS): Promise<readonly (readonly number[])[]> {
  const { width, rgba } = await tiffPixels(blob, window);
  return [0, 1, width, width + 1, 4 * width + 3].map((at) => [...rgba.subarray(4 * at, 4 * at + 3)]);
}

const grey = (x: number, y: number) => [1, 1, 1].map(() => 10 * x + 20 * y);
const coloured = (x: number, y: number) => [10 * x + 20 * y, 200 - 10 * x - 20 * y, 7];
const looked = (of: (x: number, y: number) => readonly number[]) =>
  [[0, 0], [1, 0], [0, 1], [1, 1], [3, 4]].map(([x = 0, y = 0]) => of(x, y)); // prettier-ignore

it.each(["deep, LZW, high byte first", "deep, Deflate, tiles"] as const)("reads %s through a window", async (name) => {
  const blob = tiffFile(tiffFiles[name]);
  expect(await tiffHeader(blob)).toMatchObject({ depth: { kind: "whole", bits: 16 }, pages: 1 });
  const window = { low: 1000, high: 1000 + 25 * 255 };
  const level = (x: number, y: number) => Math.round((100 * x + 500 * y) / 25);
  const found = await levelsOf(blob, window);
  expect(found).toEqual(looked((x, y) => [1, 1, 1].map(() => level(x, y))));
  expect((await tiffValues(blob, 5)).length).toBeGreaterThanOrEqual(5);
});

it.each([
  ["colours apart", coloured],
  ["colours in tiles", coloured],
  ["packed bits", coloured],
  ["pages", grey],
] as const)("reads %s as it is", async (name, of) => {
  expect(await levelsOf(tiffFile(tiffFiles[name]))).toEqual(looked(of));
});

it("reads what was packed with loss nearly as it was", async () => {
  const found = await levelsOf(tiffFile(tiffFiles.JPEG));
  const wanted = looked(coloured);
  for (const [at, levels] of found.entries())
    for (const [part, level] of levels.entries()) expect(Math.abs(level - wanted[at]![part]!)).toBeLessThan(25);
});

it("reads one bit a pixel, and decimal numbers", async () => {
  const bits = looked((x, y) => [1, 1, 1].map(() => (10 * x + 20 * y > 60 ? 255 : 0)));
  expect(await levelsOf(tiffFile(tiffFiles["black and white"]))).toEqual(bits);
  const found = await levelsOf(tiffFile(tiffFiles["decimal numbers"]), { low: 0, high: 5 });
  expect(found).toEqual(looked((x, y) => [1, 1, 1].map(() => Math.round((x / 10 + y) * 51))));
});

it("says how many images there are in a file, and why one is not read", async () => {
  expect(await headerOf(tiffFile(tiffFiles.pages))).toEqual({ width: 6, height: 5, kind: "tiff", pages: 2 });
  const fax = { why: { code: "image.tiff-packed", values: { packing: "CCITT G4" } } };
  expect(await headerOf(tiffFile(tiffFiles.fax))).toEqual(fax);
});

it("turns it as it is looked at, and tells its sides so", async () => {
  const lying = tiffOf(3, 2, (x, y) => 10 * x + 100 * y, "whole", 6);
  expect(await headerOf(lying)).toMatchObject({ width: 2, height: 3 });
  const { width, height, rgba } = await tiffPixels(lying, AS_IT_IS);
  expect([width, height, ...rgba.filter((_, at) => at % 4 === 0)]).toEqual([2, 3, 100, 0, 110, 10, 120, 20]);
});

it("refuses one that is cut off, wherever, unless nothing of its image is lost", async () => {
  const whole = tiffFile(tiffFiles["deep, LZW, high byte first"]);
  const { rgba } = await tiffPixels(whole);
  let refused = 0;
  for (let bytes = 0; bytes < whole.size; bytes += 13) {
    const found = await tiffPixels(whole.slice(0, bytes)).catch(() => null);
    if (found) expect([bytes, found.rgba]).toEqual([bytes, rgba]);
    else refused++;
  }
  expect(refused).toBeGreaterThan(15);
});

it("gives no value that is none", async () => {
  const holes = tiffOf(4, 1, (x) => [NaN, 1, Infinity, 2][x] ?? 0, "decimal");
  expect([...(await tiffValues(holes, 100))]).toEqual([1, 2]);
});
