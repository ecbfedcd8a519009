const MAX_COPIED_BYTES = 4096;

/** The large buffers and the bitmaps of an answer, moved instead of copied. Only top-level fields are looked at: deeper ones are small. */
export function transferablesOf(result: unknown): Transferable[] {
  if (result === null || typeof result !== "object") return [];
  const parts: unknown[] = ArrayBuffer.isView(result) || isBitmap(result) ? [result] : Object.values(result);
  const buffers = new Set<Transferable>();
  for (const part of parts)
    if (ArrayBuffer.isView(part) && part.byteLength > MAX_COPIED_BYTES && part.buffer instanceof ArrayBuffer)
      buffers.add(part.buffer);
    else if (isBitmap(part)) buffers.add(part);
  return [...buffers];
}

/** Outside a browser there are none. */
function isBitmap(part: unknown): part is ImageBitmap {
  return typeof ImageBitmap !== "undefined" && part instanceof ImageBitmap;
}
