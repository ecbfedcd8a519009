import type { ColumnKind } from "../../core/data/column";
import type { DatePart, EncodeRule, MissingRule, Role, ScaleRule, Side } from "../../core/prepare/recipe";

/** What can be chosen for a column, in the order of the menus; the catalogue has a word for each. */
export const COLUMN_ROLES: readonly Role[] = ["feature", "id", "label", "class", "group", "ignore"];
export const COLUMN_KINDS: readonly ColumnKind[] = ["number", "category", "time", "text"];
export const MISSING_KINDS: readonly MissingRule["kind"][] = [
  "median",
  "mean",
  "most-frequent",
  "constant",
  "drop-row",
];
export const SCALE_RULES: readonly (ScaleRule | "auto")[] = ["auto", "standard", "robust", "min-max", "none"];
export const ENCODE_RULES: readonly (EncodeRule | "auto")[] = ["auto", "one-hot", "frequency", "rare-level"];
export const DATE_PARTS: readonly DatePart[] = ["hour", "weekday", "gap", "elapsed"];

export const SIDES: readonly Side[] = ["both", "high", "low"];

export function isSide(word: string): word is Side {
  return (SIDES as readonly string[]).includes(word); // A list of sides is a list of words.
}

export function isRole(word: string): word is Role {
  return (COLUMN_ROLES as readonly string[]).includes(word); // A list of roles is a list of words.
}

export function isKind(word: string): word is ColumnKind {
  return (COLUMN_KINDS as readonly string[]).includes(word); // A list of kinds is a list of words.
}

export function isScale(word: string): word is ScaleRule | "auto" {
  return (SCALE_RULES as readonly string[]).includes(word); // A list of rules is a list of words.
}

export function isEncoding(word: string): word is EncodeRule | "auto" {
  return (ENCODE_RULES as readonly string[]).includes(word); // A list of rules is a list of words.
}

export function isDatePart(word: string): word is DatePart {
  return (DATE_PARTS as readonly string[]).includes(word); // A list of parts is a list of words.
}

/** The missing rule that a word of the menu stands for; a constant keeps the value it had. */
export function missingRuleOf(word: string, before: MissingRule, isNumber: boolean): MissingRule {
  switch (word) {
    case "mean":
    case "most-frequent":
    case "drop-row":
      return { kind: word };
    case "constant":
      return before.kind === "constant" ? before : { kind: "constant", value: isNumber ? 0 : "" };
    default:
      return { kind: "median" };
  }
}

/** Rules that make sense for a kind of column: a category has no middle. */
export function missingKindsFor(kind: ColumnKind): readonly MissingRule["kind"][] {
  return kind === "number" || kind === "time"
    ? MISSING_KINDS
    : MISSING_KINDS.filter((rule) => rule !== "median" && rule !== "mean");
}
