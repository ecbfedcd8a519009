import type { tiffFiles } from "./tiff-files";

/** A file of `tiff-files.ts`. */
export function tiffFile(base64: (typeof tiffFiles)[keyof typeof tiffFiles]): Blob {
  return new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], { type: "image/tiff" });
}

const SHORT = 3;
const LONG = 4;
const HEADER_BYTES = 8;

/** An uncompressed grey TIFF of sixteen bits, or of four bytes of a decimal number. */
export function tiffOf(
  width: number,
  height: number,
  level: (x: number, y: number) => number,
  values: "whole" | "decimal" = "whole",
  orientation = 1,
): Blob {
  const bytes = values === "whole" ? 2 : 4;
  const tags: readonly (readonly [number, number, number])[] = [
    [256, SHORT, width],
    [257, SHORT, height],
    [258, SHORT, 8 * bytes],
    [259, SHORT, 1],
    [262, SHORT, 1],
    [273, LONG, HEADER_BYTES],
    [274, SHORT, orientation],
    [277, SHORT, 1],
    [278, SHORT, height],
    [279, LONG, bytes * width * height],
    [339, SHORT, values === "whole" ? 1 : 3],
  ];
  const directory = HEADER_BYTES + bytes * width * height;
  const view = new DataView(new ArrayBuffer(directory + 2 + 12 * tags.length + 4));
  view.setUint16(0, 0x4949);
  view.setUint16(2, 42, true);
  view.setUint32(4, directory, true);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = HEADER_BYTES + bytes * (y * width + x);
      if (values === "whole") view.setUint16(at, level(x, y), true);
      else view.setFloat32(at, level(x, y), true);
    }
  view.setUint16(directory, tags.length, true);
  for (const [at, [tag, type, value]] of tags.entries()) {
    const entry = directory + 2 + 12 * at;
    view.setUint16(entry, tag, true);
    view.setUint16(entry + 2, type, true);
    view.setUint32(entry + 4, 1, true);
    if (type === SHORT) view.setUint16(entry + 8, value, true);
    else view.setUint32(entry + 8, value, true);
  }
  return new Blob([view.buffer], { type: "image/tiff" });
}
