import type { ColumnKind } from "./column";
import type { DateAndClock } from "./join-times";
import type { Note } from "./note";

/** Everything needed to read a table of one format the same way twice, as JSON. */
export interface PlanOf<Format extends string, Settings> {
  readonly format: Format;
  /** How the file is written. Every field is guessed, shown and correctable. */
  readonly settings: Settings;
  /** Kinds that a person chose, by column position; they overrule the guess. */
  readonly kinds: Readonly<Record<number, ColumnKind>>;
  /** Numbers such as -9999 that mean "no value" in single columns, by column position; absent: in none. */
  readonly noValue?: NumbersByColumn;
  /** Dates and times of day that are one time; absent: those where nobody needs to be asked. */
  readonly joined?: readonly DateAndClock[];
  /** Columns that are made of others and stand behind those of the file; absent: none. */
  readonly made?: readonly MadeColumn[];
  /** Keep a seeded random sample of about this many rows; null: every row. */
  readonly sample: SamplePlan | null;
}

/**
 * What is made of a column: of numbers, a column that says which of them are limits (`<0.05`); of a text, what many of its
 * cells share and what each says besides.
 */
export interface MadeColumn {
  readonly of: number;
  readonly what: "limits" | "templates";
}

/** The value of a setting that a document can keep whatever its format. */
export type Setting = string | number | boolean | readonly string[];

export type NumbersByColumn = Readonly<Record<number, readonly number[]>>;

export interface SamplePlan {
  readonly rows: number;
  readonly of: number;
  readonly seed: number;
}

/** One guessed field of the settings: what was chosen, whether the file decides it, and what else it could be. */
export interface GuessOf<Settings> {
  readonly field: keyof Settings & string;
  readonly value: Settings[keyof Settings];
  readonly sure: boolean;
  readonly alternatives: readonly Settings[keyof Settings][];
  readonly why: Note;
}
