import type { ColumnFilter } from "../core/data/column-filter";
import { learnSettingsOf } from "../core/project/learn-settings";
import type { FlagRule } from "../core/rules/flag-rule";
import type { Choices } from "./choices";
import { RULED } from "../core/detect/run-key";
import { canCombine } from "./choices";
import type { SessionContext } from "./session-context";

/** What a person says of all rows that the filters of the table let through, in undoable steps. */
export function ruleActions(context: SessionContext, chooseForRuns: (change: Partial<Choices>) => void) {
  return {
    /**
     * Makes a rule of filters, of those of the table where none are given, ahead of earlier ones, and shows what it makes of
     * the ranking.
     */
    addRule(says: FlagRule["says"], given?: readonly ColumnFilter[]): void {
      const { viewState, dataset } = context.store.getState();
      const filters = given ?? viewState.filters;
      const where = dataset && learnSettingsOf({ kind: "filter", filters }, dataset.columns);
      if (where?.kind !== "filter" || where.filters.length === 0) return;
      const { rules, picked } = context.choices();
      chooseForRuns({ rules: [{ where, says }, ...rules], ...(canCombine(picked) && { shown: RULED }) });
      context.notice(given ? { boxed: null } : { filters: [] });
    },
    removeRule(at: number): void {
      const { rules, shown, picked } = context.choices();
      const left = rules.filter((_, place) => place !== at);
      const gone = left.length === 0 && shown === RULED;
      chooseForRuns({ rules: left, ...(gone && { shown: picked[0] ?? shown }) });
    },
  };
}
