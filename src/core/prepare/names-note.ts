import { firstNames } from "../data/first-names";
import type { Note, NoteCode } from "../data/note";

const named = 5;

/** One note about any number of columns, naming the first few; none for none. */
export function namesNote(code: NoteCode, names: readonly string[]): Note[] {
  if (names.length === 0) return [];
  return [{ code, values: { count: names.length, names: firstNames(names, named) } }];
}
