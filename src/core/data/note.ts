/**
 * A sentence as data: the code of a message in the catalogue and the values that fill it.
 * The core never writes words, so that every language says the same thing.
 */
export interface Note {
  readonly code: string;
  readonly values?: Readonly<Record<string, string | number>>;
}
