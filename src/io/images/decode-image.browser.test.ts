import { describe, expect, it } from "vitest";
import { drawnImage } from "../../testing/image-bytes";
import { pixelsOf } from "./decode-image";
import { headerOf } from "./image-header";

const firstPixel = async (blob: Blob) => [...(await pixelsOf({ blob })).rgba.subarray(0, 3)];
const bytes = (...values: readonly number[]) => Uint8Array.from(values);
const marker = (code: number, body: readonly number[]) => [0xff, code, (body.length + 2) >> 8, (body.length + 2) & 255, ...body]; // prettier-ignore

/** Eight by eight pixels of one colour in four inks, inverted as Adobe does, each ink 255 or 0. */
function inkJpeg(...inks: readonly (0 | 255)[]): Blob {
  const table = [0, ...new Array<number>(64).fill(8)];
  const lengths = (...counts: readonly number[]) => [...counts, ...new Array<number>(16 - counts.length).fill(0)];
  // Of an ink: its mean (127 in 7 bits, or -128 in 8), and no detail.
  const bits = inks.map((ink) => (ink === 255 ? "01" + "1111111" : "10" + "01111111") + "0").join("");
  const padded = bits.padEnd(Math.ceil(bits.length / 8) * 8, "1");
  const data = (padded.match(/.{8}/g) ?? []).flatMap((byte) => (byte === "11111111" ? [255, 0] : [parseInt(byte, 2)]));
  return new Blob([
    bytes(
      ...[0xff, 0xd8, ...marker(0xee, [0x41, 0x64, 0x6f, 0x62, 0x65, 0, 100, 0, 0, 0, 0, 0]), ...marker(0xdb, table)],
      ...marker(0xc0, [8, 0, 8, 0, 8, 4, ...[1, 2, 3, 4].flatMap((ink) => [ink, 0x11, 0])]),
      ...marker(0xc4, [0x00, ...lengths(0, 3), 0, 7, 8]),
      ...marker(0xc4, [0x10, ...lengths(1), 0]),
      ...marker(0xda, [4, ...[1, 2, 3, 4].flatMap((ink) => [ink, 0]), 0, 63, 0]),
      ...data,
      ...[0xff, 0xd9],
    ),
  ]);
}

/** One pixel of 16 bits a channel, without checksums that decoders of images look at. */
async function deepPng(red: number, green: number, blue: number): Promise<Blob> {
  const line = bytes(0, ...[red, green, blue].flatMap((value) => [value >> 8, value & 255]));
  const packed = await new Response(
    new Blob([line]).stream().pipeThrough(new CompressionStream("deflate")),
  ).arrayBuffer();
  const chunk = (name: string, body: readonly number[]) => {
    const named = [...new TextEncoder().encode(name), ...body];
    const ends = [body.length, crcOf(named)].map((value) => [24, 16, 8, 0].map((shift) => (value >>> shift) & 255));
    return [...ends[0]!, ...named, ...ends[1]!]; // both were made
  };
  return new Blob([
    bytes(
      ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
      ...chunk("IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 16, 2, 0, 0, 0]),
      ...chunk("IDAT", [...new Uint8Array(packed)]),
      ...chunk("IEND", []),
    ),
  ]);
}

function crcOf(values: readonly number[]): number {
  let crc = ~0;
  for (const value of values) {
    crc ^= value;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

/** One pixel that is red and then blue. */
const movingGif = new Blob([
  bytes(
    ...[0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 1, 0, 1, 0, 0x80, 0, 0, 255, 0, 0, 0, 0, 255],
    ...[0x21, 0xf9, 4, 0, 10, 0, 0, 0, 0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0],
    ...[0x21, 0xf9, 4, 0, 10, 0, 0, 0, 0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x4c, 1, 0, 0x3b],
  ),
]);

/** Two pixels side by side, the first red, the second green. */
const bitmap = new Blob([
  bytes(
    ...[0x42, 0x4d, 62, 0, 0, 0, 0, 0, 0, 0, 54, 0, 0, 0, 40, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 1, 0, 24, 0],
    ...[0, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 0, 255, 0, 0, 0],
  ),
]);

/** The same JPEG as a camera held upright would have written it. */
async function turned(jpeg: Blob): Promise<Blob> {
  const exif = [0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0]; // prettier-ignore
  return new Blob([jpeg.slice(0, 2), bytes(...marker(0xe1, exif)), jpeg.slice(2)]);
}

describe("an image", () => {
  it("of 16 bits a channel, of four inks, or a bitmap is read", async () => {
    expect(await firstPixel(await deepPng(0xffff, 0x8000, 0))).toEqual([255, 128, 0]);
    const [red = 0, green = 0, blue = 0] = await firstPixel(inkJpeg(255, 0, 0, 255));
    expect([red > 180, green < 90, blue < 90]).toEqual([true, true, true]);
    expect(await firstPixel(bitmap)).toEqual([255, 0, 0]);
  });

  it("that moves is its first frame", async () => expect(await firstPixel(movingGif)).toEqual([255, 0, 0]));

  it("that one can see through lies on white", async () => {
    expect(await firstPixel(await drawnImage(2, 2, () => "rgb(0 0 0 / 0)"))).toEqual([255, 255, 255]);
  });

  it("is turned as its camera says, and its sides are told so", async () => {
    const upright = await turned(await drawnImage(32, 16, () => "red", "image/jpeg"));
    expect(await pixelsOf({ blob: upright })).toMatchObject({ width: 16, height: 32 });
    expect(await headerOf(upright)).toEqual({ width: 16, height: 32, kind: "jpeg" });
  });

  it("of many pixels is halved without aliasing: a fine grid becomes grey", async () => {
    const canvas = new OffscreenCanvas(4100, 2000);
    const context = canvas.getContext("2d")!; // canvases of this size have one
    context.fillStyle = "#fff";
    context.fillRect(0, 0, 4100, 2000);
    context.fillStyle = "#000";
    for (let x = 0; x < 4100; x += 2) context.fillRect(x, 0, 1, 2000);
    const { width, height, rgba } = await pixelsOf({ blob: await canvas.convertToBlob() });
    expect([width, height]).toEqual([2050, 1000]);
    expect(Math.abs(rgba[4 * (1000 * 50 + 33)]! - 128)).toBeLessThan(3); // inside
  });

  it.each(["image/png", "image/jpeg", "image/webp"])("that is cut off is refused: %s", async (type) => {
    const whole = await drawnImage(64, 64, (x, y) => `rgb(${(x * 97) % 255} ${(y * 31) % 255} ${(x * y) % 255})`, type);
    await expect(pixelsOf({ blob: whole.slice(0, whole.size >> 1) })).rejects.toThrow();
  });
});
