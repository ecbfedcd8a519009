/** SHA-256 of the bytes of some scores, in hex: equal for equal scores, to the last bit. */
export async function fingerprintOf(scores: Float64Array): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", Uint8Array.from(new Uint8Array(scores.buffer)));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
