import type { SourceFile } from "../read/source";

/** More files than these are told by one hash of their list. */
const MAX_FILES_TOLD = 8;

/** A file, or a list of files, by what tells it from all others. */
interface Digest {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * The SHA-256 of each of a few files; of many one of their list, as `sha256sum` writes it in the order of their paths,
 * so that anybody can make it again. A page without encryption has no hash of the browser's own, and that of none
 * reads a file piece by piece.
 *
 * @param checkpoint is told the bytes that were read
 */
export async function fileDigests(
  files: readonly SourceFile[],
  checkpoint: (bytes: number) => Promise<void>,
): Promise<readonly Digest[]> {
  const { sha256 } = await import("@noble/hashes/sha2.js");
  const digests: Digest[] = [];
  let read = 0;
  for (const { path, blob } of files) {
    const hash = sha256.create();
    const reader = blob.stream().getReader();
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      hash.update(next.value);
      read += next.value.length;
      await checkpoint(read);
    }
    digests.push({ path, bytes: blob.size, sha256: hexOf(hash.digest()) });
  }
  if (digests.length <= MAX_FILES_TOLD) return digests;
  const lines = digests.toSorted((a, b) => (a.path < b.path ? -1 : 1)).map((one) => `${one.sha256}  ${one.path}\n`);
  const bytes = digests.reduce((sum, one) => sum + one.bytes, 0);
  return [{ path: "", bytes, sha256: hexOf(sha256(new TextEncoder().encode(lines.join("")))) }];
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
