import type { Column } from "../data/column";
import { saysId, saysNumbering } from "../data/role-names";
import { keyOf } from "../prepare/group-rows";
import type { LookedAt } from "./check";

/** A number that comes again in more rows than this does not number rows. */
const MIN_DIFFERENT_SHARE = 0.98;
const MAX_LENGTH = 40;
/** Longer runs of digits are no whole numbers any more. */
const MAX_DIGITS = 15;

/** The numbers of documents that begin alike, such as all of "RE-2024-", in order. */
export interface NumberSeries {
  readonly sorted: Float64Array;
  readonly numberOf: ReadonlyMap<number, number> | Float64Array;
}

/** The numbers of documents in a column, by what stands in front of them; null where it holds something else. */
export function documentNumbers({ column, role }: LookedAt): readonly NumberSeries[] | null {
  if (column.kind === "time") return null;
  const isNamed = role === "id" || saysId(column.name) || saysNumbering(column.name);
  if (column.kind === "number" && !isNamed) return null;
  const found = column.kind === "number" ? wholeNumbers(column.values) : numberedCodes(column);
  if (!found || found.length === 0) return null;
  let [all, different] = [0, 0];
  for (const { sorted } of found) {
    all += sorted.length;
    sorted.forEach((number, at) => (different += number === sorted[at - 1] ? 0 : 1));
  }
  return all > 0 && different >= MIN_DIFFERENT_SHARE * all ? found : null;
}

/** The rows whose number is one of these. */
export function rowsWith({ numberOf }: NumberSeries, numbers: ReadonlySet<number>): number[] {
  const rows: number[] = [];
  if (numbers.size > 0) for (const [row, number] of numberOf.entries()) if (numbers.has(number)) rows.push(row);
  return rows;
}

function wholeNumbers(values: Float64Array): NumberSeries[] | null {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  return sorted.every(Number.isSafeInteger) ? [{ sorted, numberOf: values }] : null;
}

/** "RE-2024-0815": short, without a blank, and digits at its end. */
function numberedCodes(column: Column): NumberSeries[] | null {
  const textOf = keyOf(column);
  const rows = column.kind === "category" ? column.codes.length : column.values.length;
  const bySeries = new Map<string, Map<number, number>>();
  for (let row = 0; row < rows; row++) {
    const text = textOf(row)?.trim();
    if (!text) continue;
    if (text.length > MAX_LENGTH || text.includes(" ")) return null;
    let from = text.length;
    while (from > 0 && isDigit(text.charCodeAt(from - 1)) && text.length - from < MAX_DIGITS) from--;
    if (from === text.length) return null;
    const series = text.slice(0, from);
    const numberOf = bySeries.get(series) ?? new Map<number, number>();
    bySeries.set(series, numberOf.set(row, Number(text.slice(from))));
  }
  return Array.from(bySeries.values(), (numberOf) => ({
    sorted: Float64Array.from(numberOf.values()).sort(),
    numberOf,
  }));
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
