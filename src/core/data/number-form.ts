import { scaleOf } from "./unit-words";
import { type WrittenNumber, writtenNumberOf } from "./written-number";

/** The unit that the numbers of a column carry. */
export interface NumberForm {
  /** The unit that the values are kept in; empty: none. */
  readonly unit: string;
  /** What a number in another unit of the same measure is multiplied by. */
  readonly factors: Readonly<Record<string, number>>;
}

export const NO_FORM: NumberForm = { unit: "", factors: {} };

/** The form of the numbers among trimmed cells: the unit that most of them carry, and its relatives that occur. */
export function numberFormOf(values: readonly string[]): NumberForm {
  const counts = new Map<string, number>();
  let written = 0;
  for (const value of values) {
    const number = writtenNumberOf(value);
    if (!number) continue;
    written++;
    counts.set(number.unit, (counts.get(number.unit) ?? 0) + 1);
  }
  const [main] = [...counts].filter(([unit]) => unit !== "").sort((a, b) => b[1] - a[1]);
  if (!main) return NO_FORM;
  // `1.2k` and `3.4M` are plain numbers, shortened.
  const unit = scaleOf(main[0])?.base === "" ? "" : main[0];
  const form = { unit, factors: factorsAmong(unit, [...counts.keys()]) };
  const carriers = [unit, ...Object.keys(form.factors)].reduce((sum, one) => sum + (counts.get(one) ?? 0), 0);
  return carriers > written / 2 ? form : NO_FORM;
}

function factorsAmong(main: string, units: readonly string[]): Record<string, number> {
  const scale = main === "" ? { base: "", factor: 1 } : scaleOf(main);
  const factors: Record<string, number> = {};
  if (!scale) return factors;
  for (const unit of units) {
    const other = unit === "" ? null : scaleOf(unit);
    if (unit !== main && other?.base === scale.base) factors[unit] = other.factor / scale.factor;
  }
  return factors;
}

/** What a written number is multiplied by to stand in the unit of the form; NaN when its unit does not belong. */
export function factorOf({ unit }: Pick<WrittenNumber, "unit">, form: NumberForm): number {
  if (unit === form.unit) return 1;
  const factor = Object.hasOwn(form.factors, unit) ? form.factors[unit] : undefined;
  if (factor !== undefined) return factor;
  // A bare number among numbers with one unit has that unit; among several it could be any.
  return unit === "" && Object.keys(form.factors).length === 0 ? 1 : Number.NaN;
}
