interface Span {
  readonly from: number;
  readonly to: number;
}

/** What is asked of the engine for a part in view; null: to the end of the series. */
export interface AskedRange {
  readonly from: number | null;
  readonly to: number | null;
  readonly buckets: number;
}

/**
 * The range to ask for when `view`, drawn `width` pixels wide, is in view: up to as much again on either side, on a grid,
 * so that panning and zooming a little ask for nothing new. About one bucket for each pixel, or somewhat more.
 */
export function askedRange(view: Span, extent: Span, width: number): AskedRange {
  const span = Math.max(view.to - view.from, Number.MIN_VALUE);
  const whole = extent.to - extent.from;
  const cell = 2 ** Math.ceil(Math.log2(span));
  // Counted from the start of the series: epoch milliseconds are large, and a grid from 0 would lose digits.
  const first = Math.floor((view.from - extent.from) / cell - 0.5) * cell;
  const from = Math.max(0, first);
  const to = Math.min(whole, first + 3 * cell);
  return {
    from: from <= 0 ? null : extent.from + from,
    to: to >= whole ? null : extent.from + to,
    buckets: Math.max(2, Math.ceil(width * Math.max(1, Math.min(6, (to - from) / span)))),
  };
}
