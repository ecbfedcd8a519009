import type { Dialect } from "../../core/data/dialect";
import type { FailureCode } from "../../core/data/failure";
import type { Inspection } from "../../engine/protocol";

/** A correction of how the file is read that may cure a failure; `words` is under `remedy.*` of the catalogue. */
export interface Remedy {
  readonly words: "plain-quotes" | "no-header" | "encoding" | "delimiter";
  readonly value: string;
  readonly change: Partial<Dialect>;
}

const MAX_ALTERNATIVES = 3;

/** What can be tried with one click after a failure, likeliest first. */
export function remediesOf(code: FailureCode, inspection: Inspection | null): readonly Remedy[] {
  switch (code) {
    case "unclosed-quote":
      return [{ words: "plain-quotes", value: "", change: { quote: "" } }];
    case "header-only":
      return [{ words: "no-header", value: "", change: { header: { first: 1, count: 0 } } }];
    case "bad-encoding":
      return alternativesOf("encoding", inspection).map((value) => ({
        words: "encoding",
        value,
        change: { encoding: value },
      }));
    case "too-many-columns":
      return alternativesOf("delimiter", inspection).map((value) => ({
        words: "delimiter",
        value,
        change: { delimiter: value },
      }));
    default:
      return [];
  }
}

function alternativesOf(field: "encoding" | "delimiter", inspection: Inspection | null): readonly string[] {
  if (inspection?.format !== "delimited") return [];
  const guess = inspection.guesses.find((one) => one.field === field);
  return guess?.alternatives.filter((value) => typeof value === "string").slice(0, MAX_ALTERNATIVES) ?? [];
}
