import type { Note } from "../core/data/note";

/** What is told where detectors learned from some of the samples only. */
export function learnedNotes(learned: { readonly count: number }, all: { readonly count: number }): readonly Note[] {
  return learned.count < all.count ? [{ code: "prepare.learned", values: { rows: learned.count, of: all.count } }] : [];
}
