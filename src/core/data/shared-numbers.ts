/**
 * Room for so many numbers, all 0, which other threads read where they lie. Only a page that is cross-origin isolated may
 * share memory; elsewhere the browser hides `SharedArrayBuffer`, and threads are sent copies.
 */
export function sharedNumbers(length: number): Float32Array {
  if (typeof SharedArrayBuffer === "undefined") return new Float32Array(length);
  return new Float32Array(new SharedArrayBuffer(length * Float32Array.BYTES_PER_ELEMENT));
}

/** Whether other threads see these numbers where they lie. */
export function isShared({ buffer }: ArrayBufferView): boolean {
  return typeof SharedArrayBuffer !== "undefined" && buffer instanceof SharedArrayBuffer;
}
