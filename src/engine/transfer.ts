const SMALL = 4096;

/** The large buffers of an answer, moved instead of copied. Only top-level fields are looked at: deeper ones are small. */
export function transferablesOf(result: unknown): Transferable[] {
  if (result === null || typeof result !== "object") return [];
  const parts: unknown[] = ArrayBuffer.isView(result) ? [result] : Object.values(result);
  const buffers = new Set<Transferable>();
  for (const part of parts)
    if (ArrayBuffer.isView(part) && part.byteLength > SMALL && part.buffer instanceof ArrayBuffer)
      buffers.add(part.buffer);
  return [...buffers];
}
