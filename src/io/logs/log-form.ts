import type { CellKind } from "../cells/cell-source";

/** The ways in which logs are written that are known here. */
export type LogFormName =
  | "zeek"
  | "w3c"
  | "access"
  | "proxy"
  | "syslog-5424"
  | "syslog"
  | "logcat"
  | "glog"
  | "application"
  | "journal"
  | "pairs"
  | "metrics";

/** A way in which logs are written. */
export interface LogForm {
  readonly name: LogFormName;
  /** How the lines of a log that begins with `first` are cut; null where they are not written so. */
  cut(first: readonly string[]): LogCut | null;
}

/** How the lines of one log become cells. It may remember lines that were cut before: each pass takes one of its own. */
export interface LogCut {
  readonly columns: readonly LogColumn[];
  /** Words that stand for no value in this form, in lower case. */
  readonly missing: readonly string[];
  /** The column of free text; null where there is none. */
  readonly message: number | null;
  /** The column of a time that is written without its year, or without its day. */
  readonly lacking?: { readonly column: number; readonly part: "year" | "day" };
  /**
   * The cells of a line; "aside" for a line that says how the log is written; "within" for one that filled cells of the row
   * before, which are the array that was answered then; null where it does not fit.
   */
  cells(line: string): string[] | "aside" | "within" | null;
  /** Whether a line that does not fit goes on with the message of the line before. */
  continues(line: string): boolean;
}

export interface LogColumn {
  readonly name: string;
  /** What it is known to hold; null: that is guessed. */
  readonly kind: CellKind | null;
  /** Whether other columns stand for it: then detectors need not see it. */
  readonly isCutUp?: boolean;
}

/** Share of the lines that have to be written in a form. */
const MIN_FITTING_SHARE = 0.8;

/** Whether most of the lines are written so, and at least one is. */
export function mostlyFit(lines: readonly string[], fits: (line: string) => boolean): boolean {
  const fitting = lines.filter(fits).length;
  return fitting > 0 && fitting >= MIN_FITTING_SHARE * lines.length;
}

/**
 * Whether lines are written so where others, such as those of a stack trace, go on with the line before: the first line
 * is, or most are, and of those that stand for themselves nearly all.
 */
export function mostlyBegin(
  lines: readonly string[],
  fits: (line: string) => boolean,
  continues: (line: string) => boolean,
): boolean {
  const fitting = lines.filter(fits).length;
  const odd = lines.filter((line) => !fits(line) && !continues(line)).length;
  if (fitting === 0 || fitting < MIN_FITTING_SHARE * (fitting + odd)) return false;
  return fits(lines[0] ?? "") || fitting > lines.length / 2;
}
