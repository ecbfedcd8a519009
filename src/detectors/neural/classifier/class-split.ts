import { splitRows, type RowSplit } from "../training/rows";

/** Where classes are told apart so many are held out unless a person says otherwise: who learned a class knows it by heart. */
const USUAL_HELD_OUT = 0.1;

/** How many classes there are; 0 where none is known. */
export function classCountOf(classes: Int32Array | undefined): number {
  return classes?.reduce((most, one) => Math.max(most, one + 1), 0) ?? 0;
}

/** A random split of the samples whose class is known; of a `share` of 0 the usual part is held out, at most `most`. */
export function splitKnown(classes: Int32Array, share: number, most: number, random: () => number): RowSplit {
  const known = Uint32Array.from(classes.keys()).filter((row) => (classes[row] ?? -1) >= 0);
  const out = Math.min(share || USUAL_HELD_OUT, most / Math.max(1, known.length));
  const { learn, heldOut } = splitRows(known.length, out, known.length, random);
  const of = (places: Uint32Array) => places.map((place) => known[place]!); // a place among them
  return { learn: of(learn), heldOut: of(heldOut) };
}

/** A random split of all samples, of which at most `most` are held out; all are learned in their order where none is. */
export function splitAll(count: number, share: number, most: number, random: () => number): RowSplit {
  if (share === 0) return { learn: Uint32Array.from({ length: count }, (_, row) => row), heldOut: new Uint32Array() };
  return splitRows(count, Math.min(share, most / count), count, random);
}

/** The share of the most frequent class among these samples: what who always names it gets right. */
export function usualShare(classes: Int32Array, rows: Uint32Array): number {
  const counts = new Float64Array(classCountOf(classes));
  for (const row of rows) counts[classes[row]!]!++; // a known class
  return rows.length > 0 ? Math.max(...counts) / rows.length : 0;
}
