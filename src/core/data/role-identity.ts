import type { Column } from "./column";
import { saysId, saysNumbering } from "./role-names";

/** Why a column seems to name rows rather than describe them. */
export type Identity = "named" | "consecutive" | "ascending" | "text";

/** Fewer values than this are in order, or without a gap, too easily by chance. */
const enough = 8;

/**
 * Whether every present value occurs once and names its row: text, whole numbers whose name says so,
 * numbers without a gap, or numbers in order. `distinct` and `present` count the values that are there.
 */
export function identityOf(column: Column, distinct: number, present: number): Identity | null {
  if (distinct < 2 || distinct !== present) return null;
  switch (column.kind) {
    case "time":
      return null;
    case "category":
    case "text":
      return "text";
    case "number":
      return numberIdentity(column.values, column.name, present);
    default:
      return column satisfies never;
  }
}

function numberIdentity(values: Float64Array, name: string, present: number): Identity | null {
  let min = Infinity;
  let max = -Infinity;
  let rises = 0;
  let last = NaN;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    if (!Number.isSafeInteger(value)) return null;
    if (value < min) min = value;
    if (value > max) max = value;
    if (value > last) rises++;
    last = value;
  }
  if (saysId(name) || saysNumbering(name)) return "named";
  if (present < enough) return null;
  if (max - min === present - 1) return "consecutive";
  return rises === present - 1 || rises === 0 ? "ascending" : null;
}
