import type { Metric } from "../../core/detect/detector";
import { roundNumbers } from "../axis/ticks";

/** One curve: points ascending in `at`. */
export interface Curve {
  readonly name: string;
  readonly points: readonly { readonly at: number; readonly value: number }[];
}

/** Metrics as one curve per name, in the order in which the names first came; values that are not finite are dropped. */
export function curvesOf(metrics: readonly Metric[]): Curve[] {
  const byName = new Map<string, { at: number; value: number }[]>();
  for (const { name, at, value } of metrics) {
    const points = byName.get(name) ?? [];
    byName.set(name, points);
    if (Number.isFinite(value) && Number.isFinite(at)) points.push({ at, value });
  }
  return [...byName]
    .map(([name, points]) => ({ name, points: points.sort((a, b) => a.at - b.at) }))
    .filter((curve) => curve.points.length > 0);
}

/** Whether a logarithmic axis can and should show them: all above 0, and spanning more than one power of ten. */
export function wantsLog(curves: readonly Curve[]): boolean {
  const values = curves.flatMap((curve) => curve.points.map((point) => point.value));
  const least = values.reduce((low, value) => Math.min(low, value), Infinity);
  return least > 0 && values.some((value) => value / least > 10);
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
  const powers = Array.from(
    { length: Math.floor(Math.log10(max)) - Math.floor(Math.log10(min)) + 1 },
    (_, at) => Math.floor(Math.log10(min)) + at,
  );
  const leads = powers.length > 3 ? [1] : [1, 2, 5];
  const ticks = powers.flatMap((power) => leads.map((lead) => Number(`${lead}e${power}`)));
  return { domain: [min, max], ticks: ticks.filter((tick) => tick >= min && tick <= max) };
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
