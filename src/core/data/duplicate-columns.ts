import type { CategoryColumn, Column } from "./column";
import type { Note } from "./note";
import type { ColumnProfile } from "./profile";

/**
 * Columns that repeat an earlier one cell by cell, whatever their names: position -> position of the
 * first such column. Categories are compared by their words, not by their codes. Only columns with
 * equal hashes are compared exactly.
 */
export function duplicateColumns(columns: readonly Column[]): Map<number, number> {
  const seen = new Map<number, number[]>();
  const duplicates = new Map<number, number>();
  columns.forEach((column, position) => {
    const hash = hashOf(column);
    const candidates = seen.get(hash);
    const original = candidates?.find((earlier) => areEqual(columns[earlier]!, column)); // earlier < position
    if (original !== undefined) duplicates.set(position, original);
    else if (candidates) candidates.push(position);
    else seen.set(hash, [position]);
  });
  return duplicates;
}

/** The profiles with a warning beside each column that repeats another. */
export function warnOfDuplicates(
  profiles: readonly ColumnProfile[],
  columns: readonly Column[],
  duplicates: ReadonlyMap<number, number>,
): ColumnProfile[] {
  return profiles.map((profile, position) => {
    const original = columns[duplicates.get(position) ?? -1];
    if (!original) return profile;
    const note: Note = { code: "profile.duplicate", values: { column: original.name } };
    return { ...profile, warnings: [...profile.warnings, note] };
  });
}

const scratch = new Float64Array(1);
const scratchBits = new Uint32Array(scratch.buffer);

function hashOf(column: Column): number {
  let hash = column.kind.length;
  switch (column.kind) {
    case "number":
    case "time":
      for (const value of column.values) {
        scratch[0] = value !== value ? NaN : value + 0; // one NaN, one zero
        hash = mix(mix(hash, scratchBits[0]!), scratchBits[1]!);
      }
      return hash;
    case "category": {
      const hashes = column.levels.map(hashOfText);
      for (const code of column.codes) hash = mix(hash, code < 0 ? 1 : (hashes[code] ?? 1));
      return hash;
    }
    case "text":
      for (const value of column.values) hash = mix(hash, hashOfText(value));
      return hash;
    default:
      return column satisfies never;
  }
}

function hashOfText(text: string): number {
  let hash = text.length;
  for (let i = 0; i < text.length; i++) hash = mix(hash, text.charCodeAt(i));
  return hash;
}

function mix(hash: number, value: number): number {
  return Math.imul((hash << 5) ^ (hash >>> 27) ^ value, 0x9e3779b1);
}

function areEqual(a: Column, b: Column): boolean {
  if ((a.kind === "number" && b.kind === "number") || (a.kind === "time" && b.kind === "time"))
    return (
      sameLength(a.values, b.values) &&
      a.values.every((value, i) => value === b.values[i] || (value !== value && Number.isNaN(b.values[i])))
    );
  if (a.kind === "category" && b.kind === "category") return areEqualCategories(a, b);
  if (a.kind === "text" && b.kind === "text")
    return sameLength(a.values, b.values) && a.values.every((value, i) => value === b.values[i]);
  return false;
}

function areEqualCategories(a: CategoryColumn, b: CategoryColumn): boolean {
  const codeInB = new Map(b.levels.map((level, code) => [level, code]));
  const translated = a.levels.map((level) => codeInB.get(level) ?? -2);
  return (
    sameLength(a.codes, b.codes) &&
    a.codes.every((code, i) => (code < 0 ? -1 : translated[code]) === Math.max(-1, b.codes[i] ?? -1))
  );
}

function sameLength(a: { readonly length: number }, b: { readonly length: number }): boolean {
  return a.length === b.length;
}
