/** Types only: thresholds by what they bring. */
import type { Consequence } from "../../core/score/consequence";
import type { Call } from "./call";
import type { KnownRequest } from "./evaluation";

export interface ConsequenceRequest {
  readonly run: string;
  readonly by: Consequence;
  /** What is known of rows; absent: nothing is. */
  readonly known?: KnownRequest;
  /** Only marks tell what is known, and few of the rows that are not flagged have one. */
  readonly isPartial?: boolean;
}

/** Why no threshold can be had so, and the numbers of the sentence. */
export interface RefusedThreshold {
  readonly kind: "refused";
  readonly why: "no-truth" | "partial" | "no-column" | "no-reference" | "learned" | "small" | "few-tested";
  readonly values: Readonly<Record<string, number | string>>;
}

/** How many are flagged for each day, or value, of a column. */
export interface FlaggedPer {
  readonly isDays: boolean;
  readonly units: number;
  /** The mean of the flagged ones over all units, and how many units have none. */
  readonly mean: number;
  readonly none: number;
  /** Those that have most: a day in epoch milliseconds, or a value. */
  readonly most: readonly { readonly unit: number | string; readonly count: number }[];
}

export interface ConsequenceThreshold {
  readonly kind: "threshold";
  readonly value: number;
  /** Of a capacity. */
  readonly per: FlaggedPer | null;
  /** Of cost and of a best figure: what it comes to, by so many known rows, and how the other thresholds fare. */
  readonly fares: { readonly value: number; readonly rows: number; readonly strange: number } | null;
  readonly curve: { readonly counts: Float64Array; readonly ways: Float64Array } | null;
  /**
   * Of false alarms: how many ordinary rows it goes by, how many of these it flags, and how many of the rows that are tested;
   * of steps and events blocks and sequences in place of rows.
   */
  readonly reference: {
    readonly rows: number;
    readonly flagged: number;
    readonly tested: number;
    readonly unit: "row" | "block" | "sequence";
  } | null;
}

export interface ThresholdCalls {
  /** The threshold that brings what is wanted, or why there is none. */
  thresholdBy: Call<ConsequenceRequest, ConsequenceThreshold | RefusedThreshold>;
}
