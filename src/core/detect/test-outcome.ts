import type { Cell } from "../data/column";
import type { Note } from "../data/note";

/**
 * What a detector says of each sample that knows how often ordinary samples look so.
 *
 * `evidence` is -log10 of a p-value, one per sample, finite and at least 0: how rarely an ordinary sample of data of this
 * size and shape lies as far out. It is corrected for all that the detector tried on the sample (columns, pairs, widths of
 * windows), so that over ordinary samples it is at least e in at most a share 10^-e of them. What stands out together,
 * such as the steps of a stretch or the events of a sequence, bears one evidence, and counts as one.
 *
 * "silent": what the detector takes for ordinary does not fit these data, so it leaves the word to others, and says why.
 */
export type TestOutcome =
  { readonly kind: "tested"; readonly evidence: Float64Array } | { readonly kind: "silent"; readonly why: Note };

/** The one plain reason for which a sample stands out. */
export interface FindingReason {
  /** The sentence: `finding.*` of the catalogue, with the value and what is usual beside it. */
  readonly note: Note;
  /** The features (columns, channels) that it speaks of, as positions in `features` of the samples, the most telling first. */
  readonly features: readonly number[];
  /** What the first of them was expected to be, in its units; null where nothing was. */
  readonly expected: Cell;
}
