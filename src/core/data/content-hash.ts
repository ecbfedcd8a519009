import { Murmur3 } from "./murmur3";

/** Bytes that are hashed apart from the others. It is part of every hash: another size gives other ones. */
export const HASH_BLOCK_BYTES = 1_048_576;

/**
 * What bytes are, as 32 hexadecimal digits: a hash of every block of 1 MiB, seeded by its place, and a hash of these.
 * Blocks know nothing of each other, so that parts of a file that begin at a multiple of a block can be hashed side by
 * side. Any change within 16 bytes, a single digit for one, is certain to give another hash.
 */
export class ContentHash {
  private readonly blocks: number[] = [];
  private block = new Murmur3(0);
  private filled = 0;
  private length = 0;

  /** Takes the next bytes; how they are cut into pieces makes no difference. */
  add(bytes: Uint8Array): void {
    this.length += bytes.length;
    for (let at = 0; at < bytes.length;) {
      const piece = bytes.subarray(at, at + HASH_BLOCK_BYTES - this.filled);
      this.block.add(piece);
      this.filled += piece.length;
      at += piece.length;
      if (this.filled === HASH_BLOCK_BYTES) this.close();
    }
  }

  /** The hash of all bytes so far; nothing may be added afterwards. */
  finish(): string {
    if (this.filled > 0) this.close();
    const whole = new Murmur3(this.length);
    whole.add(new Uint8Array(Int32Array.from(this.blocks).buffer));
    return whole.finish().map(hex).join("");
  }

  private close(): void {
    this.blocks.push(...this.block.finish());
    this.block = new Murmur3(this.blocks.length / 4);
    this.filled = 0;
  }
}

/** The content hash of bytes that are at hand. */
export function contentHashOf(bytes: Uint8Array): string {
  const hash = new ContentHash();
  hash.add(bytes);
  return hash.finish();
}

function hex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, "0");
}
