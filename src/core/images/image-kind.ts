export type ImageKind = "png" | "jpeg" | "gif" | "webp" | "bmp";

/** Bytes at the start of a file that tell its kind. */
export const KIND_BYTES = 12;

const IMAGE_SIGNATURES: readonly (readonly [ImageKind, readonly (number | null)[]])[] = [
  ["png", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ["jpeg", [0xff, 0xd8, 0xff]],
  ["gif", [0x47, 0x49, 0x46, 0x38]],
  ["webp", [0x52, 0x49, 0x46, 0x46, null, null, null, null, 0x57, 0x45, 0x42, 0x50]],
  ["bmp", [0x42, 0x4d]],
];

/** The kind of image that a file begins like, whatever its name says; null: none that is read. */
export function imageKindOf(head: Uint8Array): ImageKind | null {
  const found = IMAGE_SIGNATURES.find(([, bytes]) => bytes.every((byte, at) => byte === null || head[at] === byte));
  return found?.[0] ?? null;
}
