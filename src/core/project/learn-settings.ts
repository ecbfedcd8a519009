import type { ColumnFilter } from "../data/column-filter";
import type { LearnRule } from "../learn/learn-rule";
import { columnRef, type ColumnRef, type NamedColumn, positionOf, refTo } from "./column-ref";
import {
  bothOf,
  type Decoder,
  dictionaryOf,
  finite,
  listOf,
  nullable,
  oneOf,
  partOf,
  text,
  variantOf,
  whole,
  wholeOf,
} from "./decoder";

type Named<F> = F extends ColumnFilter ? Omit<F, "column"> & { readonly column: ColumnRef } : never;

type NamedFilter = Named<ColumnFilter>;

/** Which rows are learned from, with columns by their names. Which values of a label mean strange is said elsewhere. */
export type LearnSettings =
  | { readonly kind: "label" }
  | { readonly kind: "first"; readonly rows: number }
  | { readonly kind: "rows"; readonly rows: readonly number[] }
  | { readonly kind: "without"; readonly rows: readonly number[] }
  | { readonly kind: "filter"; readonly filters: readonly NamedFilter[] }
  | { readonly kind: "model"; readonly model: string; readonly names?: Readonly<Record<string, string>> };

const MAX_FILTERS = 1000;
const MAX_ROWS = 1_000_000;
const MAX_LEVELS = 100_000;
const MAX_LEVEL_LENGTH = 100_000;

const filter: Decoder<NamedFilter> = variantOf<NamedFilter>("kind", {
  range: wholeOf({ kind: oneOf(["range"]), column: columnRef, min: nullable(finite()), max: nullable(finite()) }),
  levels: wholeOf({ kind: oneOf(["levels"]), column: columnRef, levels: listOf(text(MAX_LEVEL_LENGTH), MAX_LEVELS) }),
  missing: wholeOf({ kind: oneOf(["missing"]), column: columnRef }),
});

export const decodeLearn: Decoder<LearnSettings> = variantOf<LearnSettings>("kind", {
  label: wholeOf({ kind: oneOf(["label"]) }),
  first: wholeOf({ kind: oneOf(["first"]), rows: whole(1) }),
  rows: wholeOf({ kind: oneOf(["rows"]), rows: listOf(whole(0), MAX_ROWS) }),
  without: wholeOf({ kind: oneOf(["without"]), rows: listOf(whole(0), MAX_ROWS) }),
  model: bothOf(
    wholeOf<{ kind: "model"; model: string }>({ kind: oneOf(["model"]), model: text(MAX_LEVEL_LENGTH) }),
    partOf<{ names: Readonly<Record<string, string>> }>({ names: dictionaryOf(text(MAX_LEVEL_LENGTH)) }),
  ),
  filter: wholeOf({ kind: oneOf(["filter"]), filters: listOf(filter, MAX_FILTERS) }),
});

/** A rule by the names of columns. */
export function learnSettingsOf(rule: LearnRule, columns: readonly NamedColumn[]): LearnSettings {
  if (rule.kind !== "filter") return rule.kind === "label" ? { kind: "label" } : rule;
  const filters = rule.filters.flatMap((one): NamedFilter[] => {
    const column = refTo(columns, one.column);
    return column ? [{ ...one, column }] : [];
  });
  return { kind: "filter", filters };
}

/** The rule for a table; null where it speaks of a column that is not there. */
export function learnRuleFor(settings: LearnSettings, columns: readonly NamedColumn[]): LearnRule | null {
  if (settings.kind !== "filter") return settings;
  const filters = settings.filters.map((one): ColumnFilter | null => {
    const column = positionOf(one.column, columns);
    return column === null ? null : { ...one, column };
  });
  const known = filters.filter((one) => one !== null);
  return known.length === filters.length && known.length > 0 ? { kind: "filter", filters: known } : null;
}
