/** One column's signed part in a score. */
export interface NamedShare {
  readonly label: string;
  /** Signed share of the sum of absolute contributions: above 0 makes the row stranger. */
  readonly share: number;
}

/** The strongest parts, and what is left of the others. */
export interface Shown {
  readonly bars: readonly NamedShare[];
  readonly others: { readonly count: number; readonly share: number } | null;
}

/** At most `limit` bars, strongest first; the rest is summed. Parts that are no number count as 0. */
export function shownShares(shares: readonly NamedShare[], limit: number): Shown {
  const clean = shares.map(({ label, share }) => ({ label, share: Number.isFinite(share) ? share : 0 }));
  const ordered = clean.sort((a, b) => Math.abs(b.share) - Math.abs(a.share));
  const rest = ordered.slice(limit);
  const share = rest.reduce((sum, part) => sum + part.share, 0);
  return { bars: ordered.slice(0, limit), others: rest.length > 0 ? { count: rest.length, share } : null };
}

/** The ends of the axis, around 0, so that the longest bar fills it; without negative parts it starts at 0. */
export function shareAxis(bars: readonly NamedShare[]): { min: number; max: number } {
  const max = Math.max(0, ...bars.map((bar) => bar.share));
  const min = Math.min(0, ...bars.map((bar) => bar.share));
  return max > min ? { min, max } : { min: 0, max: 1 };
}

/** Bars that fit in `height` pixels, one of the lines kept for the sum of the others. */
export function barsThatFit(height: number, lineHeight: number, bars: number): number {
  const lines = Math.max(1, Math.floor(height / lineHeight));
  return lines >= bars ? bars : Math.max(1, lines - 1);
}
