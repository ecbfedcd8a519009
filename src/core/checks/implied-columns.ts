import type { Note } from "../data/note";
import { isLaw } from "../findings/evidence";
import type { Check, LookedAt, Rest } from "./check";
import { checkOf } from "./check";

/** Wider tables have too many pairs. */
const MAX_COLUMNS = 24;
/** Pairs are first looked at in so many rows. */
const ROWS_LOOKED_AT = 4000;
/** A value that stands in fewer rows on average says nothing of others. */
const MIN_ROWS_PER_VALUE = 3;
/** So few of the rows break it that would if the two columns had nothing to do with each other. */
const MAX_OF_CHANCE = 0.05;

/** A column as whole numbers, one for each value; -1 is missing. */
interface Coded extends LookedAt {
  readonly codes: Int32Array;
  readonly values: number;
}

/**
 * Columns of which one value goes with one value of another: both ways, so that detectors count them twice, or one way in
 * all rows but a few.
 */
export async function impliedColumns(looked: readonly LookedAt[], rest: Rest): Promise<Check[]> {
  const coded = looked.flatMap((one) => codedOf(one) ?? []).slice(0, MAX_COLUMNS);
  const checks: Check[] = [];
  for (const [at, one] of coded.entries())
    for (const other of coded.slice(at + 1)) {
      await rest();
      if (!mayImply(one, other) && !mayImply(other, one)) continue;
      const [there, back] = [breaksOf(one, other), breaksOf(other, one)];
      if (there && back) checks.push(sameCheck(one, other, there, back));
      else if (there && there.length > 0) checks.push(impliesCheck(one, other, there));
      else if (back && back.length > 0) checks.push(impliesCheck(other, one, back));
    }
  return checks;
}

function sameCheck(one: Coded, other: Coded, there: readonly number[], back: readonly number[]): Check {
  const rows = new Set([...there, ...back]);
  const values = { column: one.column.name, other: other.column.name, count: rows.size };
  if (rows.size > 0) return checkOf({ code: "check.one-to-one-but", values }, rows);
  const twice = one.role === "feature" && other.role === "feature";
  const note: Note = { code: twice ? "check.counted-twice" : "check.one-to-one", values };
  return checkOf(note, [], twice ? [other.position] : undefined);
}

function impliesCheck(one: Coded, other: Coded, rows: readonly number[]): Check {
  return checkOf(
    { code: "check.implies-but", values: { column: one.column.name, other: other.column.name, count: rows.length } },
    rows,
  );
}

/** Categories, and whole numbers that come again and again, such as postal codes. */
function codedOf(one: LookedAt): Coded | null {
  const { column, role } = one;
  if (role === "label" || role === "class") return null;
  const known = (codes: Int32Array, values: number): Coded | null =>
    values >= 2 && values * MIN_ROWS_PER_VALUE <= codes.length ? { ...one, codes, values } : null;
  if (column.kind === "category") return known(column.codes, column.levels.length);
  if (column.kind === "time" || (column.kind === "number" && !column.values.every(isWholeOrMissing))) return null;
  const codeOf = new Map<number | string, number>();
  const codes = new Int32Array(column.values.length).fill(-1);
  for (let row = 0; row < codes.length; row++) {
    const value = column.values[row]!; // row < length
    if (value === "" || Number.isNaN(value)) continue;
    const code = codeOf.get(value) ?? codeOf.size;
    if (code === codeOf.size) codeOf.set(value, code);
    if (codeOf.size * MIN_ROWS_PER_VALUE > codes.length) return null;
    codes[row] = code;
  }
  return known(codes, codeOf.size);
}

function isWholeOrMissing(value: number): boolean {
  return Number.isNaN(value) || Number.isSafeInteger(value);
}

/** Whether some of the rows say that a value of `one` goes with one value of `other`, but for a few. */
function mayImply(one: Coded, other: Coded): boolean {
  const step = Math.max(1, Math.floor(one.codes.length / ROWS_LOOKED_AT));
  const { known, breaks } = countPairs(one, other, step);
  return breaks <= MAX_OF_CHANCE * known;
}

/** The rows in which a value of `one` does not go with the value that it mostly goes with; null where they are too many. */
function breaksOf(one: Coded, other: Coded): number[] | null {
  const { known, breaks, mostly, byChance } = countPairs(one, other, 1);
  if (!isLaw(breaks, known) || breaks > MAX_OF_CHANCE * byChance || byChance === 0) return null;
  const rows: number[] = [];
  for (const [row, code] of one.codes.entries()) {
    const its = other.codes[row]!; // columns are equally long
    if (code >= 0 && its >= 0 && mostly.get(code) !== its) rows.push(row);
  }
  return rows;
}

function countPairs(one: Coded, other: Coded, step: number) {
  const pairs = new Map<number, number>();
  const others = new Map<number, number>();
  let known = 0;
  for (let row = 0; row < one.codes.length; row += step) {
    const [code, its] = [one.codes[row]!, other.codes[row]!]; // row < length
    if (code < 0 || its < 0) continue;
    known++;
    const pair = code * other.values + its;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
    others.set(its, (others.get(its) ?? 0) + 1);
  }
  const most = new Map<number, number>();
  const mostly = new Map<number, number>();
  for (const [pair, count] of pairs) {
    const code = Math.floor(pair / other.values);
    if (count <= (most.get(code) ?? 0)) continue;
    most.set(code, count);
    mostly.set(code, pair % other.values);
  }
  const kept = [...most.values()].reduce((sum, count) => sum + count, 0);
  // Of columns that have nothing to do with each other, all rows but those of the most frequent value would break it.
  const byChance = known - [...others.values()].reduce((top, count) => Math.max(top, count), 0);
  return { known, breaks: known - kept, mostly, byChance };
}
