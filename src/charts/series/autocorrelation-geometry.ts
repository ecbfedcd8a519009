const MAX_POINTS = 1200;
const MIN_LAGS_SHOWN = 100;

/** The lags to draw: a few periods and the window, of those that are known. */
export function shownLags(known: number, window: number, period: number | null): number {
  const wanted = Math.max(MIN_LAGS_SHOWN, Math.ceil(1.6 * window), Math.ceil(3.5 * (period ?? 0)));
  return Math.max(1, Math.min(known - 1, wanted));
}

/** The SVG path of the first `lags` correlations; of very many only some points, for it is smooth. */
export function correlationPath(
  correlation: Float64Array,
  lags: number,
  xOf: (lag: number) => number,
  yOf: (value: number) => number,
): string {
  const every = Math.max(1, Math.ceil(lags / MAX_POINTS));
  const points: string[] = [];
  for (let lag = 0; lag <= lags; lag += every)
    points.push(`${xOf(lag).toFixed(1)} ${yOf(correlation[lag] ?? 0).toFixed(1)}`);
  return `M${points.join("L")}`;
}

/** The window after a key: arrows change it by a step (Shift: by a tenth), Home takes the suggestion; null for other keys. */
export function windowAfterKey(window: number, key: string, isFar: boolean, suggested: number): number | null {
  const step = isFar ? Math.max(2, Math.round(window / 10)) : 1;
  switch (key) {
    case "ArrowRight":
    case "ArrowUp":
      return window + step;
    case "ArrowLeft":
    case "ArrowDown":
      return window - step;
    case "Home":
      return suggested;
    default:
      return null;
  }
}
