import type { Note } from "../../core/data/note";

/** A file that was looked at. */
interface Guessed {
  readonly reader: { readonly format: string };
  readonly inspection: {
    readonly guesses: readonly { readonly field: string; readonly value: unknown; readonly why: Note }[];
  };
}

/**
 * What the files of one format that leave a setting open should take from those that decide it: of dates such as
 * 03/04/2024 in one file nothing is known where another one has 25/04/2024. Null where a file decides all by itself, or
 * where the others do not agree.
 */
export function sharedSettings(parts: readonly Guessed[]): (part: Guessed) => Record<string, unknown> | null {
  const decided = new Map<string, Map<string, unknown>>();
  for (const { reader, inspection } of parts)
    for (const { field, value, why } of inspection.guesses) {
      if (!isEvidence(why.code)) continue;
      const key = `${reader.format} ${field}`;
      const values = decided.get(key) ?? new Map<string, unknown>();
      values.set(JSON.stringify(value), value);
      decided.set(key, values);
    }
  return ({ reader, inspection }) => {
    const fixed = inspection.guesses.flatMap(({ field, value, why }): [string, unknown][] => {
      const values = [...(decided.get(`${reader.format} ${field}`)?.values() ?? [])];
      if (isEvidence(why.code) || values.length !== 1) return [];
      return JSON.stringify(values[0]) === JSON.stringify(value) ? [] : [[field, values[0]]];
    });
    return fixed.length > 0 ? Object.fromEntries(fixed) : null;
  };
}

/** Reasons of a guess that stand in the file itself, of settings that files of one source share. */
function isEvidence(code: string): boolean {
  return /^dialect\.(dateOrder\.(day-first|month-first|steady)|decimal\.seen|thousands\.seen)$/.test(code);
}
