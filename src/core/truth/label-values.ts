import type { Column } from "../data/column";
import { type ValueCodes, valueCodesOf } from "./value-codes";

/** More different values than this are no labels. */
export const MAX_LABEL_VALUES = 50;
/** How a blank cell is called where it is a value. */
export const BLANK = "";

const known = new WeakMap<Column, ValueCodes | null>();

/**
 * The values of a label. One that has a single value marks rows with it, so that a blank cell is its other value; else a
 * blank cell says nothing (-1). Null where there is one value only, or too many.
 */
export function labelValuesOf(column: Column): ValueCodes | null {
  const found = known.get(column);
  if (found !== undefined) return found;
  const made = valuesIn(column);
  known.set(column, made);
  return made;
}

function valuesIn(column: Column): ValueCodes | null {
  const coded = valueCodesOf(column, MAX_LABEL_VALUES);
  if (!coded) return null;
  const { codes, values } = coded;
  const [only] = values;
  if (values.length > 1) return coded;
  const blanks = codes.length - (only?.count ?? 0);
  if (!only || blanks === 0) return null;
  return { codes: codes.map((code) => (code < 0 ? 1 : code)), values: [only, { value: BLANK, count: blanks }] };
}
