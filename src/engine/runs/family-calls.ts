import { familyFilters } from "../../core/families/family-rule";
import { reasonFamilies } from "../../core/families/reason-families";
import type { Role } from "../../core/prepare/recipe";
import { countAtOrAbove } from "../../core/score/threshold";
import type { FamilyCalls } from "../calls/families";
import type { Handlers } from "../calls/host";
import type { Parts } from "../parts";

/** Reasons of more rows than these take longer than anybody waits. */
const MAX_ROWS = 200;
/** What may name a family: what detectors compare, and what they compare within. */
const NAMING: ReadonlySet<Role> = new Set(["feature", "group", "class"]);

/** How the call about families of flagged rows is done. */
export function familyCalls({ runs, kinds }: Parts): Handlers<FamilyCalls> {
  return {
    async families({ run: key, threshold }, tools) {
      const run = runs.get(key);
      const { request, result, table } = run;
      const flagged = countAtOrAbove(result.sorted, threshold);
      const rows = result.order.slice(0, Math.min(flagged, MAX_ROWS));
      const explanations = await kinds.of(request.recipe).explain(run, rows, tools);
      const naming = request.recipe.columns.flatMap(({ role }, at) => (NAMING.has(role) ? [at] : []));
      const { columns } = table.dataset;
      const families = reasonFamilies(explanations, columns, naming).map((family) => ({
        ...family,
        filters: familyFilters(family, columns),
      }));
      return { families, looked: rows.length, flagged };
    },
  };
}
