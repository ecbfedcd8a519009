import type { ColumnKind } from "../../core/data/column";
import type { Dialect } from "../../core/data/dialect";
import { mayBeLevel } from "../../core/data/missing-words";
import type { Note } from "../../core/data/note";

export interface MissingInGuess {
  readonly value: Dialect["missingIn"];
  readonly sure: boolean;
  readonly why: Note;
}

/** Columns that are named. */
const MAX_NAMED = 3;

/** Marks for "no value" are left as words in columns of words, and a question where they stand in one. */
export function guessMissingIn(
  columns: readonly { readonly name: string; readonly kind: ColumnKind; readonly why: Note }[],
  body: readonly (readonly string[])[],
  missing: readonly string[],
): MissingInGuess {
  const doubtful = new Set(missing.filter(mayBeLevel));
  const words = new Set<string>();
  const names: string[] = [];
  columns.forEach(({ name, kind, why }, column) => {
    if (kind === "number" || kind === "time" || why.code === "kind.all-missing" || doubtful.size === 0) return;
    const met = body.map((row) => (row[column] ?? "").trim().toLowerCase()).filter((cell) => doubtful.has(cell));
    if (met.length > 0) names.push(name);
    for (const word of met) words.add(word);
  });
  if (names.length === 0) return { value: "values", sure: true, why: { code: "dialect.missingIn.none" } };
  const values = { columns: names.slice(0, MAX_NAMED), words: [...words].join("  ") };
  return { value: "values", sure: false, why: { code: "dialect.missingIn.met", values } };
}
