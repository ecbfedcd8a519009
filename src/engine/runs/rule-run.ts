import { filterTest } from "../../core/data/column-filter";
import type { Dataset } from "../../core/data/dataset";
import { RULED, ruledKeyOf } from "../../core/detect/run-key";
import type { RuleInTable } from "../../core/rules/flag-rule";
import { ruledScores, type RuleVerdicts } from "../../core/rules/ruled-scores";
import { countAtOrAbove, suggestedThresholdOf } from "../../core/score/threshold";
import type { RuleRequest } from "../protocol";
import { stopwatch } from "../stopwatch";
import type { CombinedRun } from "../stored-run";
import { rankingPartsOf } from "./ranking-parts";

/** A consensus under a person's rules: a run like any other, on the scale and with the threshold of the consensus. */
export function ruleRun({ rules, ...request }: RuleRequest, consensus: CombinedRun): CombinedRun {
  const { table, result: combined } = consensus;
  const seconds = stopwatch();
  const scores = ruledScores(combined.scores, verdictsOf(table.dataset, rules));
  const told = { ...consensus.request, detector: RULED };
  const { order, sorted } = rankingPartsOf(scores, table, consensus.request.recipe, null);
  // What the rules flag is no part of what scores suggest.
  const value = suggestedThresholdOf(combined.sorted, combined.suggestions);
  const named = [...combined.suggestions, { name: "ruled" as const, value }];
  const result = {
    ...combined,
    key: ruledKeyOf(request.runs, request.weights, request.rule, rules),
    request: told,
    scores,
    order,
    sorted,
    suggestions: named.map((one) => ({ ...one, count: countAtOrAbove(sorted, one.value) })),
    seconds: { prepare: 0, fit: 0, score: seconds() },
    // Reruns would be those of the consensus.
    chance: false,
  };
  return { ...consensus, request: told, result };
}

/** What rules say of each row: the first that means it counts. */
function verdictsOf(dataset: Dataset, rules: readonly RuleInTable[]): RuleVerdicts {
  const tests = rules.map(({ filters, says }) => ({
    means: meansIn(dataset, filters),
    says: says === "flag" ? 1 : -1,
  }));
  return Int8Array.from({ length: dataset.rowCount }, (_, row) => tests.find(({ means }) => means(row))?.says ?? 0);
}

/** Whether filters let a row through. */
export function meansIn(dataset: Dataset, filters: RuleInTable["filters"]): (row: number) => boolean {
  const tests = filters.map((filter) => filterTest(dataset, filter));
  return (row) => tests.every((test) => test(row));
}
