import type { LearnSettings } from "../project/learn-settings";

/** What a threshold is to bring, in place of where it lies. */
export type Consequence =
  /** So many flagged in the mean for each day of a column of times, or for each value of another column, by its name. */
  | { readonly kind: "capacity"; readonly count: number; readonly per: string }
  /** The least cost by what is known: what a missed row costs, and a false alarm. */
  | { readonly kind: "cost"; readonly missed: number; readonly falseAlarm: number }
  /** The best figure by what is known; recall counts `beta` times as much in F-beta. */
  | { readonly kind: "best"; readonly figure: "f-beta" | "mcc"; readonly beta: number }
  /** At most this share of what is flagged is ordinary, in the mean, by rows that are known to be so. */
  | { readonly kind: "false-alarms"; readonly share: number; readonly reference: LearnSettings };

/** Whether what is known of rows decides on it, so that figures by the same truth are optimistic. */
export function isByTruth(by: Consequence): by is Extract<Consequence, { readonly kind: "cost" | "best" }> {
  return by.kind === "cost" || by.kind === "best";
}
