import type { NoteCode } from "./note-code";

export type { NoteCode };

/** A text, a number, or names in a row, which every language sets apart by its own comma. */
export type NoteValue = string | number | readonly string[];

/**
 * A sentence as data: the code of a message in the catalogue and the values that fill it.
 * The core never writes words, so that every language says the same thing.
 */
export interface Note {
  readonly code: NoteCode;
  readonly values?: Readonly<Record<string, NoteValue>>;
}

/** What ends the codes of notes below `Path`: "constant" of "profile.constant". */
export type NoteBelow<Path extends string> = NoteCode extends infer Code
  ? Code extends `${Path}.${infer End}`
    ? End
    : never
  : never;
