/** From `from` to `to`, both included, in epoch milliseconds. */
export interface LabelledWindow {
  readonly from: number;
  readonly to: number;
}

/**
 * The labelled windows of a series in JSON: {"folder/file.csv": [["2014-01-01 00:00:00.000000", "..."], ...], ...} as the
 * Numenta Anomaly Benchmark writes it, or the list of pairs by itself. Of many files, those of the one whose path ends
 * with `fileName`, or of the only one. Times without a zone are UTC, as for columns; numbers are epoch milliseconds.
 * Null where the text is no such JSON, or holds nothing for the file.
 */
export function labelledWindowsOf(json: string, fileName: string): readonly LabelledWindow[] | null {
  const found = parsed(json);
  if (Array.isArray(found)) return windowsIn(found);
  if (found === null || typeof found !== "object") return null;
  const files = Object.entries(found);
  const own = files.find(([path]) => baseOf(path) === baseOf(fileName)) ?? (files.length === 1 ? files[0] : undefined);
  return own && Array.isArray(own[1]) ? windowsIn(own[1]) : null;
}

/** 1 for each time that lies in a window, 0 for the others and for times that are missing. */
export function labelsWithin(times: Float64Array, windows: readonly LabelledWindow[]): Uint8Array {
  const sorted = merged(windows);
  return Uint8Array.from(times, (time) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (sorted[middle]!.to < time)
        low = middle + 1; // middle < length
      else high = middle;
    }
    return Number((sorted[low]?.from ?? Infinity) <= time);
  });
}

function parsed(json: string): unknown {
  try {
    const found: unknown = JSON.parse(json);
    return found;
  } catch {
    return null;
  }
}

function baseOf(path: string): string {
  return (path.split(/[\\/]/).at(-1) ?? "").toLowerCase();
}

function windowsIn(pairs: readonly unknown[]): readonly LabelledWindow[] | null {
  const windows = pairs.map((pair) => {
    if (!Array.isArray(pair) || pair.length !== 2) return null;
    const [one, other] = pair.map(timeOf);
    return one === undefined || other === undefined || Number.isNaN(one + other)
      ? null
      : { from: Math.min(one, other), to: Math.max(one, other) };
  });
  return windows.every((window) => window !== null) ? windows : null;
}

function timeOf(value: unknown): number {
  if (typeof value === "number") return value;
  if (typeof value !== "string") return NaN;
  const text = value.trim().replace(" ", "T");
  const zoned = /(z|[+-]\d\d:?\d\d)$/i.test(text) || !text.includes("T") ? text : `${text}Z`;
  // More than milliseconds is not read by every engine.
  return Date.parse(zoned.replace(/(\.\d{3})\d+/, "$1"));
}

/** In order, and overlapping ones as one. */
function merged(windows: readonly LabelledWindow[]): LabelledWindow[] {
  const result: LabelledWindow[] = [];
  for (const window of [...windows].sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last && window.from <= last.to)
      result[result.length - 1] = { from: last.from, to: Math.max(last.to, window.to) };
    else result.push(window);
  }
  return result;
}
