import { sourceRowOf } from "../../core/data/dataset";
import type { FindingCalls } from "../calls/findings";
import type { Handlers } from "../calls/host";
import type { Parts } from "../parts";
import { preparing } from "../preparing";

/** How the call about what stands out is done. */
export function findingCalls({ runs, kinds }: Parts): Handlers<FindingCalls> {
  return {
    async findings({ run: key, threshold, most, ...rule }, tools) {
      const run = runs.get(key);
      const kind = kinds.of(run.request.recipe);
      const { things, total } = await kind.things(run, { threshold, rule, most }, preparing(tools));
      const rows = Uint32Array.from(things, ({ row }) => row);
      const explanations = await kind.explain(run, rows, tools);
      const { dataset } = run.table;
      return {
        total,
        things: things.map((thing, at) => ({
          ...thing,
          sourceRow: sourceRowOf(dataset, thing.row),
          note: explanations[at]?.finding ?? null,
        })),
      };
    },
  };
}
