import type { ColumnFilter } from "../data/column-filter";
import { type Decoder, listOf, oneOf, wholeOf } from "../project/decoder";
import { decodeLearn, learnRuleFor, type LearnSettings } from "../project/learn-settings";
import type { NamedColumn } from "../project/column-ref";

type Where = Extract<LearnSettings, { readonly kind: "filter" }>;

/** What a person says of all rows that some filters let through: always flagged, or never. */
export interface FlagRule {
  /** With columns by their names, so that it holds for another table, too. */
  readonly where: Where;
  readonly says: "flag" | "ignore";
}

/** The same for one table. */
export interface RuleInTable {
  readonly filters: readonly ColumnFilter[];
  readonly says: FlagRule["says"];
}

const MAX_RULES = 1000;

const where: Decoder<Where> = (value, path, drop) => {
  const found = decodeLearn(value, path, drop);
  return found?.kind === "filter" ? found : undefined;
};

export const decodeRules = listOf(wholeOf<FlagRule>({ where, says: oneOf(["flag", "ignore"]) }), MAX_RULES);

/** A rule for a table; null where it speaks of a column that is not there. */
export function ruleInTable({ where: settings, says }: FlagRule, columns: readonly NamedColumn[]): RuleInTable | null {
  const rule = learnRuleFor(settings, columns);
  return rule?.kind === "filter" ? { filters: rule.filters, says } : null;
}
