const HEADER_BYTES = 54;
const DOTS_PER_METRE = 2835;

/** An uncompressed image, whose size in bytes depends on its sides alone: 24 bits a pixel, rows from the bottom up. */
export function bmpOf(width: number, height: number, level: (x: number, y: number) => number): Blob {
  const row = Math.ceil((3 * width) / 4) * 4;
  const bytes = new Uint8Array(HEADER_BYTES + row * height);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0x424d);
  view.setUint32(2, bytes.length, true);
  view.setUint32(10, HEADER_BYTES, true);
  view.setUint32(14, HEADER_BYTES - 14, true);
  view.setInt32(18, width, true);
  view.setInt32(22, height, true);
  view.setUint16(26, 1, true);
  view.setUint16(28, 24, true);
  view.setUint32(34, row * height, true);
  view.setInt32(38, DOTS_PER_METRE, true);
  view.setInt32(42, DOTS_PER_METRE, true);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      bytes.fill(
        level(x, y),
        HEADER_BYTES + (height - 1 - y) * row + 3 * x,
        HEADER_BYTES + (height - 1 - y) * row + 3 * x + 3,
      );
  return new Blob([bytes], { type: "image/bmp" });
}
