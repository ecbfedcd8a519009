/** How a person says where strange begins. All of them are the same line on the same scores. */
export type ThresholdRule =
  | { readonly kind: "suggested" }
  | { readonly kind: "named"; readonly name: SuggestionName }
  | { readonly kind: "fixed"; readonly value: number }
  | { readonly kind: "share"; readonly share: number }
  | { readonly kind: "top-k"; readonly k: number };

export type SuggestionName = "mean-2sd" | "mean-3sd" | "iqr-1.5" | "mad-3.5" | "top-5-percent";

/** A named cut with the rows that it flags (score >= value). */
export interface Suggestion {
  readonly name: SuggestionName;
  readonly value: number;
  readonly count: number;
}
