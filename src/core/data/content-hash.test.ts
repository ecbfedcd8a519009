import fc from "fast-check";
import { expect, it } from "vitest";
import { seededRandom } from "../math/random";
import { ContentHash, contentHashOf, HASH_BLOCK_BYTES } from "./content-hash";

/** Three blocks and a bit. */
const LENGTH = 3 * HASH_BLOCK_BYTES + 777;

function randomBytes(length: number): Uint8Array {
  const random = seededRandom(11);
  return Uint8Array.from({ length }, () => 256 * random());
}

const bytes = randomBytes(LENGTH);
const whole = contentHashOf(bytes);

it("is 32 digits, also of nothing", () => {
  expect(whole).toMatch(/^[0-9a-f]{32}$/);
  expect(contentHashOf(new Uint8Array(0))).toMatch(/^[0-9a-f]{32}$/);
});

it("does not depend on how the bytes arrive", () => {
  const cuts = fc.array(fc.integer({ min: 0, max: LENGTH }), { maxLength: 8 });
  fc.assert(
    fc.property(cuts, (at) => {
      const edges = [0, ...at.toSorted((a, b) => a - b), LENGTH];
      const hash = new ContentHash();
      for (let i = 1; i < edges.length; i++) hash.add(bytes.subarray(edges[i - 1], edges[i]));
      expect(hash.finish()).toBe(whole);
    }),
    { numRuns: 20 },
  );
});

it("is another one once any byte is", () => {
  const changed = bytes.slice();
  const change = fc.tuple(fc.integer({ min: 0, max: LENGTH - 1 }), fc.integer({ min: 1, max: 255 }));
  fc.assert(
    fc.property(change, ([at, by]) => {
      changed[at]! ^= by; // at < LENGTH
      expect(contentHashOf(changed)).not.toBe(whole);
      changed[at]! ^= by;
    }),
    { numRuns: 40 },
  );
});

it("is another one for every byte of a small file, for more of the same, and for blocks in another order", () => {
  const small = bytes.slice(0, 100);
  const hashes = new Set([contentHashOf(small)]);
  for (let at = 0; at < small.length; at++) {
    const changed = small.slice();
    changed[at]! ^= 1; // at < length
    hashes.add(contentHashOf(changed));
  }
  for (let length = 0; length < 100; length++) hashes.add(contentHashOf(new Uint8Array(length)));
  expect(hashes.size).toBe(201);

  const swapped = bytes.slice();
  swapped.copyWithin(0, HASH_BLOCK_BYTES, 2 * HASH_BLOCK_BYTES);
  swapped.set(bytes.subarray(0, HASH_BLOCK_BYTES), HASH_BLOCK_BYTES);
  expect(contentHashOf(swapped)).not.toBe(whole);
});

it("stays what it is from version to version", () => {
  expect(contentHashOf(new TextEncoder().encode("a,b\n1,2\n"))).toBe("2dabeddf164d9d483a6a6144b7c7c792");
});
