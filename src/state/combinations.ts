import { CONSENSUS, consensusKeyOf, GUIDED, guidedKeyOf, RULED, ruledKeyOf } from "../core/detect/run-key";
import { ruleInTable } from "../core/rules/flag-rule";
import type { CombineRequest, GuideRequest, RuleRequest } from "../engine/protocol";
import { canCombine } from "./choices";
import type { Combination } from "./combined-run";
import { decidedRows } from "./marked-rows";
import type { SessionContext } from "./session-context";

/** The picked detectors as one score. */
export function consensusOf({ engine, choices }: SessionContext): Combination<CombineRequest> {
  return {
    id: CONSENSUS,
    exists: () => canCombine(choices().picked),
    requestOf: (combine) => combine,
    keyOf: ({ runs, weights, rule }) => consensusKeyOf(runs, weights, rule),
    start: (request, onProgress) => engine.start("combine", request, onProgress),
  };
}

/** The same, corrected by what a person said of rows. */
export function guidedOf({ engine, choices, store }: SessionContext): Combination<GuideRequest> {
  return {
    id: GUIDED,
    exists: () => canCombine(choices().picked) && choices().marks.some(({ verdict }) => verdict !== "unsure"),
    requestOf(combine) {
      const marks = decidedRows(store.getState().marked);
      return marks.rows.length > 0 ? { ...combine, marks } : null;
    },
    keyOf: ({ runs, weights, rule, marks }) => guidedKeyOf(runs, weights, rule, marks),
    start: (request, onProgress) => engine.start("guide", request, onProgress),
  };
}

/** The same, under what a person said of all rows that filters let through. */
export function ruledOf({ engine, choices }: SessionContext): Combination<RuleRequest> {
  return {
    id: RULED,
    exists: () => canCombine(choices().picked) && choices().rules.length > 0,
    requestOf(combine) {
      const { rules, table } = choices();
      const inTable = rules.flatMap((one) => ruleInTable(one, table?.columns ?? []) ?? []);
      return inTable.length > 0 ? { ...combine, rules: inTable } : null;
    },
    keyOf: ({ runs, weights, rule, rules }) => ruledKeyOf(runs, weights, rule, rules),
    start: (request, onProgress) => engine.start("rule", request, onProgress),
  };
}
