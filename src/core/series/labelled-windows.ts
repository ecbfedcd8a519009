import { type ParseTime, timeParser } from "../data/parse-time";
import { msAhead, type TimeZone, ZoneTally } from "../data/time-zone";

/** From `from` to `to`, both included, in epoch milliseconds. */
export interface LabelledWindow {
  readonly from: number;
  readonly to: number;
  /** The window tells its zone, so that it is in UTC; absent: it stands as written, as times of a table do. */
  readonly isUtc?: boolean;
}

/** The labelled windows of one file; `path` is empty where they stand by themselves. */
export interface LabelledEntry {
  readonly path: string;
  readonly windows: readonly LabelledWindow[];
}

/** Why a text holds no labelled windows. */
export type WindowsProblem = "not-json" | "no-windows" | "too-many";

/** More windows than this are not kept with the choices. */
const MAX_WINDOWS = 5000;

/**
 * The labelled windows in JSON: {"folder/file.csv": [["2014-01-01 00:00:00.000000", "..."], ...], ...} as the Numenta
 * Anomaly Benchmark writes it, or the list of pairs by itself; a single time in place of a pair is a window of that
 * moment. Times are read as those of columns are; numbers are epoch milliseconds, or what the time column counts.
 */
export function labelledEntriesOf(json: string): readonly LabelledEntry[] | WindowsProblem {
  const found = parsed(json);
  if (found === undefined) return "not-json";
  if (found === null || typeof found !== "object") return "no-windows";
  const entries: LabelledEntry[] = [];
  for (const [path, list] of Array.isArray(found) ? [["", found] as const] : Object.entries(found)) {
    const windows = Array.isArray(list) ? windowsIn(list) : null;
    if (!windows) return "no-windows";
    if (windows.length > MAX_WINDOWS) return "too-many";
    entries.push({ path, windows });
  }
  return entries.length > 0 ? entries : "no-windows";
}

/** The entry for the file: the one whose path ends with its name, or the only one; null where neither is. */
export function entryFor(entries: readonly LabelledEntry[], fileName: string): LabelledEntry | null {
  const own = entries.find(({ path }) => baseOf(path) === baseOf(fileName));
  return own ?? (entries.length === 1 ? (entries[0] ?? null) : null);
}

/**
 * 1 for each time that lies in a window, 0 for the others and for times that are missing.
 *
 * @param zone that of the column of times
 */
export function labelsWithin(
  times: Float64Array,
  windows: readonly LabelledWindow[],
  zone: TimeZone | undefined,
): Uint8Array {
  const ahead = msAhead(zone);
  const sorted = merged(
    windows.map((window) => (window.isUtc ? { from: window.from + ahead, to: window.to + ahead } : window)),
  );
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
    return undefined;
  }
}

/** The last part of a path, whatever its case and however it is packed. */
function baseOf(path: string): string {
  return (path.split(/[\\/]/).at(-1) ?? "").toLowerCase().replace(/\.(gz|zst)$/, "");
}

function windowsIn(pairs: readonly unknown[]): readonly LabelledWindow[] | null {
  const windows = pairs.map((pair) => {
    const ends: readonly unknown[] = Array.isArray(pair) ? pair : [pair, pair];
    if (ends.length !== 2) return null;
    const zones = new ZoneTally();
    const parse = timeParser("day-first", zones);
    const [one, other] = ends.map((end) => timeOf(end, parse));
    if (one === undefined || other === undefined || Number.isNaN(one + other)) return null;
    const isUtc = zones.found !== "none" || ends.some((end) => typeof end === "number");
    return { from: Math.min(one, other), to: Math.max(one, other), ...(isUtc ? { isUtc } : {}) };
  });
  return windows.every((window) => window !== null) ? windows : null;
}

function timeOf(value: unknown, parse: ParseTime): number {
  if (typeof value === "number") return value;
  return typeof value === "string" ? parse(value, 0, value.length) : NaN;
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
