/** Types only: what stands out, as single things. */
import type { Note } from "../../core/data/note";
import type { StretchRule } from "../../core/project/settings";
import type { Call } from "./call";

/** What stands out and where: a row for itself, neighbouring steps of a series, events of one sequence. */
export type Place =
  | { readonly is: "row" }
  | {
      readonly is: "stretch";
      /** What the series is called; empty where there is one only. */
      readonly series: string;
      /** The times of its first and last step. */
      readonly from: number;
      readonly to: number;
      readonly steps: number;
      readonly isClock: boolean;
    }
  | {
      readonly is: "sequence";
      /** What the sequence is called; empty where no column names it. */
      readonly name: string;
      readonly events: number;
    };

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
