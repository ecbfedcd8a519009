import type { GuessOf, PlanOf } from "./read-plan";

/** How a delimited text file is written. Every field is guessed, shown and correctable. */
export interface Dialect {
  readonly compression: "none" | "gzip" | "zstd";
  /** A label that TextDecoder knows: utf-8, utf-16le, utf-16be, gb18030, windows-1252 ... */
  readonly encoding: string;
  readonly delimiter: string;
  /** The quote character; empty: quotes are ordinary text. */
  readonly quote: string;
  /** What stands before a quote inside of a quoted cell; empty: such a quote is doubled. */
  readonly escape: "" | "\\" | "\0";
  readonly header: HeaderLines;
  readonly decimal: "." | ",";
  /** The mark between thousands; empty: none. */
  readonly thousands: "" | "," | "." | " " | "'";
  /** Words (lower case, trimmed) that mean "no value"; the empty cell always does. */
  readonly missing: readonly string[];
  /**
   * Where such words that may be a value of their own (`-`, `.`, `none`) mean it: among numbers and times alone, or in
   * columns of words, too.
   */
  readonly missingIn: "values" | "everywhere";
  /** How 03/04/2024 is read. */
  readonly dateOrder: "day-first" | "month-first";
}

/**
 * The lines that name the columns, `count` of them from `first` on; with none, the table begins at `first`. Lines are
 * rows of cells, counted from 1, empty ones included. What stands above is not read.
 */
export interface HeaderLines {
  readonly first: number;
  readonly count: number;
}

export type DialectField = keyof Dialect;

/** One guessed field of a dialect. */
export type DialectGuess = GuessOf<Dialect>;

/** How a delimited text file is to be read. */
export type DelimitedPlan = PlanOf<"delimited", Dialect>;
