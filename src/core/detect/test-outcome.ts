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
export type TestOutcome = Tested | Silent;

interface Tested {
  readonly kind: "tested";
  readonly evidence: Float64Array;
  /** How many things were tested, where they are fewer than the samples: sequences in place of events. Absent: the samples. */
  readonly things?: number;
  /** Of a test that joins several: what each of them had to say. */
  readonly members?: readonly MemberWord[];
}

interface Silent {
  readonly kind: "silent";
  readonly why: Note;
  readonly members?: readonly MemberWord[];
}

/** Whether a member of the findings spoke of the samples, and why not. */
export interface MemberWord {
  /** Id of the detector. */
  readonly member: string;
  /** "dropped": it called more than a few samples strange, so that what it takes for ordinary cannot fit. */
  readonly said: "spoke" | "silent" | "dropped";
  /** Null where it spoke. */
  readonly why: Note | null;
}

/**
 * The evidence as scores of `count` samples, on the scale on which one false sample is expected among them from
 * log10(count) on: what tests few things errs less often. 0 of all where the detector is silent.
 */
export function scoresOfTest(outcome: TestOutcome, count: number): Float64Array {
  if (outcome.kind === "silent") return new Float64Array(count);
  const { evidence, things = count } = outcome;
  const fewer = Math.log10(Math.max(1, count) / Math.max(1, things));
  return fewer > 0 ? evidence.map((one) => (one > 0 ? one + fewer : 0)) : evidence;
}

/** The one plain reason for which a sample stands out. */
export interface FindingReason {
  /** The sentence: `finding.*` of the catalogue, with the value and what is usual beside it. */
  readonly note: Note;
  /** The features (columns, channels) that it speaks of, as positions in `features` of the samples, the most telling first. */
  readonly features: readonly number[];
  /** All of these features tell as much. */
  readonly alike?: true;
  /** What the first of them was expected to be, in its units; null where nothing was. */
  readonly expected: Cell;
}
