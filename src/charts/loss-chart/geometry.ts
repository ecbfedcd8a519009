import type { Metric } from "../../core/detect/context";
import { decadeNumbers, roundNumbers } from "../axis/ticks";

/** One curve: points ascending in `at`. */
export interface Curve {
  readonly name: string;
  readonly points: readonly { readonly at: number; readonly value: number }[];
}

/**
 * Metrics as one curve per name, in the order in which the names first came; values that are not finite are dropped,
 * and so is a training that began again from an earlier step: only the last one is drawn.
 */
export function curvesOf(metrics: readonly Metric[]): Curve[] {
  const byName = new Map<string, { at: number; value: number }[]>();
  for (const { name, at, value } of metrics) {
    const points = byName.get(name) ?? [];
    byName.set(name, points);
    if (at < (points.at(-1)?.at ?? 0)) points.length = 0;
    if (Number.isFinite(value) && Number.isFinite(at)) points.push({ at, value });
  }
  return [...byName].map(([name, points]) => ({ name, points })).filter((curve) => curve.points.length > 0);
}

/** Above this ratio of the values the end of a curve lies flat on a linear axis. */
const MIN_RATIO_FOR_LOG = 3;

/** Whether a logarithmic axis can and should show them: all above 0, and far enough apart. */
export function wantsLog(curves: readonly Curve[]): boolean {
  const values = curves.flatMap((curve) => curve.points.map((point) => point.value));
  const least = values.reduce((low, value) => Math.min(low, value), Infinity);
  return least > 0 && values.some((value) => value / least > MIN_RATIO_FOR_LOG);
}

/** Ends and ticks of the vertical axis: 1, 2 and 5 times powers of ten where it is logarithmic, only the powers where those are many. */
export function valueAxis(curves: readonly Curve[], log: boolean): { domain: [number, number]; ticks: number[] } {
  const values = curves.flatMap((curve) => curve.points.map((point) => point.value));
  const min = values.reduce((least, value) => Math.min(least, value), Infinity);
  const max = values.reduce((most, value) => Math.max(most, value), -Infinity);
  if (!log) {
    const low = Math.min(0, min);
    const high = max > low ? max : low + 1;
    return { domain: [low, high], ticks: roundNumbers(low, high, 5) };
  }
  const domain: [number, number] = [roundBelow(min), 1 / roundBelow(1 / max)];
  return { domain, ticks: decadeNumbers(domain[0], domain[1]) };
}

/** The largest of 1, 2 and 5 times powers of ten that is not above `value`, so that an axis rests while a curve moves. */
function roundBelow(value: number): number {
  const power = Math.floor(Math.log10(value));
  const lead = [5, 2, 1].find((one) => Number(`${one}e${power}`) <= value) ?? 1;
  return Number(`${lead}e${power}`);
}

/** Rows for a line chart: one per step, the value of each curve under its index. At most `limit`, always with the last. */
export function stepRows(curves: readonly Curve[], limit: number): Record<string, number>[] {
  const rows = new Map<number, Record<string, number>>();
  curves.forEach((curve, index) => {
    for (const { at, value } of curve.points) {
      const row = rows.get(at) ?? { at };
      row[String(index)] = value;
      rows.set(at, row);
    }
  });
  const ordered = [...rows.values()].sort((a, b) => (a["at"] ?? 0) - (b["at"] ?? 0));
  const every = Math.max(1, Math.ceil(ordered.length / limit));
  return ordered.filter((_, at) => at % every === 0 || at === ordered.length - 1);
}
