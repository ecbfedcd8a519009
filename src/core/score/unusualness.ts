/**
 * Constants that turn raw scores into 0-100 unusualness, fixed on the scores of the fitted data so
 * that a new row scores the same tomorrow.
 */
export interface UnusualnessScale {
  /** log1p((score - floor) / unit) is compared with its own median and MAD. */
  readonly floor: number;
  readonly unit: number;
  readonly median: number;
  readonly mad: number;
}
