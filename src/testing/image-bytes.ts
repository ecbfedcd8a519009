/** An image made by a canvas, as the bytes of a file. */
export async function drawnImage(
  width: number,
  height: number,
  colour: (x: number, y: number) => string,
  type = "image/png",
): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d");
  if (!context) throw new Error("no canvas");
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      context.fillStyle = colour(x, y);
      context.fillRect(x, y, 1, 1);
    }
  return canvas.convertToBlob({ type, quality: 1 });
}

/** A zip archive of some files. */
export async function zipOf(
  files: readonly { readonly path: string; readonly blob: Blob }[],
  password?: string,
): Promise<Blob> {
  const { BlobReader, BlobWriter, ZipWriter } = await import("@zip.js/zip.js/index-native.js");
  const writer = new ZipWriter(new BlobWriter("application/zip"), { useWebWorkers: false });
  for (const { path, blob } of files)
    await writer.add(path, new BlobReader(blob), password === undefined ? {} : { password });
  return writer.close();
}
