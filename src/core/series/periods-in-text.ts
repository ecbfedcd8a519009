import { timeParser } from "../data/parse-time";
import { ZoneTally } from "../data/time-zone";
import { labelledEntriesOf, type LabelledWindow } from "./labelled-windows";

/** What a file of periods holds. */
export interface PeriodsRead {
  readonly windows: readonly LabelledWindow[];
  /** Lines that hold no two times, but for a first one with names. */
  readonly unread: number;
}

/** More are not kept with the choices. */
const MAX_PERIODS = 5000;
const BETWEEN_CELLS = /[,;\t]/;

/**
 * Periods in a text: JSON as that of labelled windows (all entries together), else a line each, from and to, parted by a
 * comma, a semicolon or a tab, what stands behind them aside. Numbers are what the column of times counts. Null where there
 * is none, or more than are kept.
 */
export function periodsIn(text: string): PeriodsRead | null {
  const entries = labelledEntriesOf(text);
  if (typeof entries !== "string") {
    const windows = entries.flatMap((entry) => entry.windows);
    return windows.length > 0 && windows.length <= MAX_PERIODS ? { windows, unread: 0 } : null;
  }
  const lines = text
    .replace(/^\ufeff/, "")
    .split("\n")
    .map((line) => line.trim());
  const read = lines.filter(Boolean).map(periodOf);
  const windows = read.flatMap((one) => one ?? []);
  if (windows.length === 0 || windows.length > MAX_PERIODS) return null;
  const unread = read.filter((one, at) => one === null && at > 0).length;
  return { windows, unread };
}

/** Periods as text that is read again: JSON, a pair each. */
export function periodsAsText(windows: readonly LabelledWindow[], isClock: boolean): string {
  const written = (time: number, isUtc: boolean) => {
    const iso = new Date(time).toISOString();
    return isClock ? (isUtc ? iso : iso.replace("Z", "")) : time;
  };
  return JSON.stringify(
    windows.map(({ from, to, isUtc = false }) => [written(from, isUtc), written(to, isUtc)]),
    null,
    1,
  );
}

function periodOf(line: string): LabelledWindow | null {
  const zones = new ZoneTally();
  const parse = timeParser("day-first", zones);
  const cells = line.split(BETWEEN_CELLS, 2).map((cell) => cell.trim().replace(/^"|"$/g, ""));
  const [one, other] = cells.map((cell) => {
    const time = parse(cell, 0, cell.length);
    return Number.isNaN(time) && cell !== "" ? Number(cell) : time;
  });
  if (one === undefined || other === undefined || !Number.isFinite(one + other)) return null;
  return { from: Math.min(one, other), to: Math.max(one, other), ...(zones.found !== "none" && { isUtc: true }) };
}
