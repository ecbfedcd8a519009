import fc from "fast-check";
import { expect, it } from "vitest";
import { Murmur3 } from "./murmur3";

const bytesOf = (text: string) => new TextEncoder().encode(text);

function hashOf(bytes: Uint8Array, seed = 0): readonly number[] {
  const hash = new Murmur3(seed);
  hash.add(bytes);
  return hash.finish().map((word) => word >>> 0);
}

it("has the verification value that is published with it (SMHasher, MurmurHash3_x86_128)", () => {
  const keys = Uint8Array.from({ length: 256 }, (_, at) => at);
  const hashes = Array.from({ length: 256 }, (_, length) => hashOf(keys.subarray(0, length), 256 - length));
  expect(hashOf(new Uint8Array(Uint32Array.from(hashes.flat()).buffer))[0]).toBe(0xb3ece62a);
});

it.each([
  ["", 0, [0, 0, 0, 0]],
  ["", 1, [0x88c4adec, 0x54d201b9, 0x54d201b9, 0x54d201b9]],
  ["hello", 0, [0x2b2444a0, 0xdb91def7, 0x9adb31b6, 0x9adb31b6]],
  ["hello, world", 123, [0x76dd8999, 0x9b5faa8b, 0x4947c9de, 0x74de2a89]],
  ["The quick brown fox jumps over the lazy dog", 0, [0x2f1583c3, 0xecee2c67, 0x5d7bf66c, 0xe5e91d2c]],
])("agrees with the reference on %j, seed %i", (text, seed, expected) => {
  expect(hashOf(bytesOf(text), seed)).toEqual(expected);
});

it("does not depend on how the bytes are cut into pieces", () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 12 }), (pieces) => {
      const whole = Uint8Array.from(pieces.flatMap((piece) => [...piece]));
      const hash = new Murmur3(3);
      for (const piece of pieces) hash.add(piece);
      expect(hash.finish().map((word) => word >>> 0)).toEqual(hashOf(whole, 3));
    }),
  );
});
