import type { ColumnKind } from "./column";
import type { Note } from "./note";

/** How a delimited text file is written. Every field is guessed, shown and correctable. */
export interface Dialect {
  readonly compression: "none" | "gzip";
  /** A label that TextDecoder knows: utf-8, utf-16le, utf-16be, gb18030, windows-1252 ... */
  readonly encoding: string;
  readonly delimiter: string;
  /** The quote character; empty: quotes are ordinary text. */
  readonly quote: string;
  readonly header: boolean;
  readonly decimal: "." | ",";
  /** The mark between thousands; empty: none. */
  readonly thousands: "" | "," | "." | " " | "'";
  /** Words (lower case, trimmed) that mean "no value"; the empty cell always does. */
  readonly missing: readonly string[];
  /** How 03/04/2024 is read. */
  readonly dateOrder: "day-first" | "month-first";
}

export type DialectField = keyof Dialect;

/** One guessed field: what was chosen, whether the file decides it, and what else it could be. */
export interface DialectGuess {
  readonly field: DialectField;
  readonly value: Dialect[DialectField];
  readonly sure: boolean;
  readonly alternatives: readonly Dialect[DialectField][];
  readonly why: Note;
}

export interface ColumnGuess {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly why: Note;
}

/** What the first part of a file tells, before it is read as a whole. */
export interface Sniff {
  readonly dialect: Dialect;
  readonly guesses: readonly DialectGuess[];
  /** The first 20 data rows, as text. */
  readonly preview: { readonly names: readonly string[]; readonly rows: readonly (readonly string[])[] };
  readonly columns: readonly ColumnGuess[];
  readonly size: SizeEstimate;
}

/** What reading the whole file would take. */
export interface SizeEstimate {
  /** Size of the file as it lies on disk. */
  readonly bytes: number;
  readonly rows: number;
  readonly columns: number;
  /** Bytes of memory for columns, model input and scores. */
  readonly memory: number;
  /** Bytes of memory that this tab may be trusted to hold. */
  readonly budget: number;
  /** How many rows fit the budget; offered as a random sample when `memory > budget`. */
  readonly rowsThatFit: number;
}

/** Everything needed to read a file the same way twice. */
export interface ReadPlan {
  readonly dialect: Dialect;
  /** Kinds that a person chose, by column position; they overrule the guess. */
  readonly kinds: Readonly<Record<number, ColumnKind>>;
  /** Keep a seeded random sample of about this many rows; null: every row. */
  readonly sample: { readonly rows: number; readonly of: number; readonly seed: number } | null;
}

/** What happened while the file was read; nothing is dropped in silence. */
export interface ReadReport {
  readonly dialect: Dialect;
  readonly rowsSeen: number;
  readonly rowsKept: number;
  /** Rows with fewer cells than columns: padded with missing values. */
  readonly shortRows: { readonly count: number; readonly first: readonly number[] };
  /** Rows with more cells than columns: the surplus is cut off. */
  readonly longRows: { readonly count: number; readonly first: readonly number[] };
  readonly emptyRows: number;
  /** Columns whose name was empty or taken: position, name in the file, name given. */
  readonly renamed: readonly { readonly column: number; readonly from: string; readonly to: string }[];
  /** Per column: cells that could not be read as the column's kind, and up to 3 of them. */
  readonly unreadable: readonly { readonly count: number; readonly examples: readonly string[] }[];
  readonly notes: readonly Note[];
  readonly seconds: number;
}
