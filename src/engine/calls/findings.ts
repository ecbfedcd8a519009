/** Types only: what stands out, as single things. */
import type { Note } from "../../core/data/note";
import type { Place } from "../../core/findings/place";
import type { StretchRule } from "../../core/project/settings";
import type { Call } from "./call";

export type { Place };

/** One thing that stands out. */
export interface Thing {
  /** The row that stands for it: the strangest of its rows. */
  readonly row: number;
  readonly place: Place;
}

/** The things that stand out, the strangest first. */
export interface Things {
  readonly things: readonly Thing[];
  /** How many there are. */
  readonly total: number;
}

export interface Finding extends Thing {
  /** The place of the row in its file, from 1. */
  readonly sourceRow: number;
  /** Why it stands out; null where the run does not say so in a sentence. */
  readonly note: Note | null;
}

export interface Findings extends Things {
  readonly things: readonly Finding[];
}

export interface FindingsRequest extends StretchRule {
  readonly run: string;
  readonly threshold: number;
  /** So many are told at most. */
  readonly most: number;
}

export interface FindingCalls {
  findings: Call<FindingsRequest, Findings>;
}
