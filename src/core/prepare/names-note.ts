import type { Note, NoteCode } from "../data/note";

const named = 5;

/** One note about any number of columns, naming the first few; none for none. */
export function namesNote(code: NoteCode, names: readonly string[]): Note[] {
  if (names.length === 0) return [];
  const first = names.slice(0, named).join(", ");
  return [{ code, values: { count: names.length, names: names.length > named ? `${first} …` : first } }];
}
