import type { MatrixSamples } from "../../core/detect/samples";
import { Failure } from "../../core/data/failure";
import { shuffle } from "../../core/math/random";
import { lowerBound } from "../../core/math/sort";

/** In so many parts is divided what is known: each part is judged by what the others teach. */
export const FOLDS = 5;

/** In which part each row is that is learned from, by what it holds: plain data. */
export interface FoldBook {
  /** Hashes of the contents of the rows, ascending. */
  readonly contents: Float64Array;
  readonly folds: Uint8Array;
}

/**
 * Divides the rows of which something is known into parts: rows that hold the same are in one part, so that no row is
 * judged by a copy of itself, and each part has its share of the strange ones. Throws `Failure` "too-few-taught" where
 * not every part gets a row of each kind; with `needsStrange` false only of the ordinary ones.
 */
export function foldsOf(samples: MatrixSamples, random: () => number, needsStrange = true): FoldBook {
  const known = samples.known ?? new Int8Array(samples.count).fill(-1);
  const strangeByContent = new Map<number, boolean>();
  for (let sample = 0; sample < samples.count; sample++) {
    if (known[sample]! < 0) continue; // one for each sample
    const content = contentOf(samples.block(sample, sample + 1), 0, samples.width);
    strangeByContent.set(content, (strangeByContent.get(content) ?? false) || known[sample] === 1);
  }
  const contents = Float64Array.from(strangeByContent.keys()).sort();
  const kinds = [true, false].map((isStrange) =>
    Array.from(contents.keys()).filter((at) => strangeByContent.get(contents[at]!) === isStrange),
  );
  const [strange = [], ordinary = []] = kinds;
  if (ordinary.length < FOLDS || (needsStrange && strange.length < FOLDS))
    throw new Failure({
      code: "too-few-taught",
      values: { strange: strange.length, ordinary: ordinary.length, least: FOLDS, ...(!needsStrange && ONLY_ORDINARY) },
    });
  const folds = new Uint8Array(contents.length);
  for (const places of kinds) shuffle(places, random).forEach((at, turn) => (folds[at] = turn % FOLDS));
  return { contents, folds };
}

const ONLY_ORDINARY = { context: "ordinary" };

/** The part of a row of these values; -1 where it was not learned from. */
export function foldOf({ contents, folds }: FoldBook, values: Float32Array, start: number, width: number): number {
  const content = contentOf(values, start, width);
  const at = lowerBound(contents, content);
  return contents[at] === content ? folds[at]! : -1; // one for each content
}

const number = new Float32Array(1);
const bits = new Uint32Array(number.buffer);

/** A 53-bit hash of numbers (cyrb53, public domain, by bryc, over 32 bits at a time); -0 is 0. */
function contentOf(values: Float32Array, start: number, width: number): number {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let at = start; at < start + width; at++) {
    number[0] = values[at]! + 0; // a number for each feature
    a = Math.imul(a ^ bits[0]!, 2654435761); // there is one
    b = Math.imul(b ^ bits[0]!, 1597334677);
    // What stands in the high bits reaches the low ones.
    a ^= a >>> 15;
    b ^= b >>> 13;
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}
