import type { ColumnKind } from "../core/data/column";
import type { Dialect, DialectField, DialectGuess } from "../core/data/dialect";

/** How a text of delimited cells is read, as far as it decides on what is told of it. */
export interface ReadAsDelimited {
  readonly plan: { readonly settings: Dialect };
  readonly guesses: readonly DialectGuess[];
  readonly columns: readonly { readonly kind: ColumnKind }[];
}

/** Whether there is anything to say of a field of the dialect. */
export function isWorthTelling(field: DialectField, inspection: ReadAsDelimited): boolean {
  if (field === "compression") return inspection.plan.settings.compression !== "none";
  if (field === "escape") return hasEscapes(inspection);
  if (field === "missingIn") return hasMarks(inspection);
  if (field !== "dateOrder") return true;
  // Dates such as 2024-03-04 have one order only, of which there is nothing to say.
  const guess = inspection.guesses.find((one) => one.field === field);
  if (guess && !guess.sure) return true;
  return guess?.why.code !== "dialect.dateOrder.none" && inspection.columns.some(({ kind }) => kind === "time");
}

/** Whether quotes inside of quoted cells were met, or are read in an unusual way. */
function hasEscapes({ plan, guesses }: ReadAsDelimited): boolean {
  const { quote, escape } = plan.settings;
  const isMet = guesses.some(({ field, why }) => field === "escape" && why.code !== "dialect.escape.unused");
  return escape !== "" || (quote !== "" && isMet);
}

/** Whether marks for "no value" were met in columns of words, or are read in an unusual way there. */
function hasMarks({ plan, guesses }: ReadAsDelimited): boolean {
  const isMet = guesses.some(({ field, why }) => field === "missingIn" && why.code === "dialect.missingIn.met");
  return plan.settings.missingIn !== "values" || isMet;
}
