import type { Handlers } from "../calls/host";
import type { RunCalls } from "../calls/runs";
import type { Parts } from "../parts";
import { rerun, stabilityOfRun } from "./reruns";
import { meansIn } from "./rule-run";

/** How calls about detectors and their runs are done. */
export function runCalls({ tables, runs, kinds, inTurn }: Parts): Handlers<RunCalls> {
  return {
    run: (request, tools) => inTurn(() => runs.make(request, tools)),
    // Not in turn: it takes a moment, and must not wait for a training that it does not need.
    combine: (request, tools) => runs.combine(request, tools),
    guide: (request, tools) => runs.guide(request, tools),
    rule: (request, tools) => runs.rule(request, tools),
    async rulesOn({ dataset: id, rules, row }) {
      const { dataset } = tables.get(id);
      const means = rules.map(({ filters }) => meansIn(dataset, filters));
      const counts = means.map(() => 0);
      for (let at = 0; at < dataset.rowCount; at++)
        for (const [rule, test] of means.entries()) if (test(at)) counts[rule]! += 1;
      return { counts, meant: row === null ? [] : [...means.keys()].filter((rule) => means[rule]!(row)) };
    },
    rerun: ({ run, seed }, tools) => inTurn(() => rerun(runs.get(run), seed, kinds, tools)),
    async stability({ run, rule }) {
      return stabilityOfRun(runs.get(run), rule);
    },
    async forget({ run }) {
      runs.forget(run);
    },
  };
}
