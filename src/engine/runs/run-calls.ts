import { runsApart } from "../../core/kinds/runs-apart";
import { detectorById } from "../../detectors/registry";
import type { Handlers } from "../calls/host";
import type { RunCalls } from "../calls/runs";
import type { RunRequest } from "../protocol";
import type { Parts } from "../parts";
import { rerun, stabilityOfRun } from "./reruns";
import { meansIn } from "./rule-run";

/** How calls about detectors and their runs are done. */
export function runCalls({ tables, runs, kinds, pool, inTurn }: Parts): Handlers<RunCalls> {
  /** Those that other threads make do not wait for those that are made in this one. */
  const inTurnOf = <T>(detectors: readonly Pick<RunRequest, "detector" | "recipe">[], job: () => Promise<T>) => {
    const areApart = detectors.every(({ detector: id, recipe }) => {
      const detector = detectorById(id);
      return detector !== undefined && runsApart(detector, recipe.rowKind);
    });
    return pool.size > 1 && areApart ? job() : inTurn(() => pool.beside(job));
  };

  return {
    run: (request, tools) => inTurnOf([request], () => runs.make(request, tools)),
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
    async rerun({ run: key, seed }, tools) {
      const run = runs.get(key);
      const members = run.kind === "fitted" ? [run] : run.members;
      return inTurnOf(
        members.map(({ request }) => request),
        () => rerun(run, seed, { kinds, pool }, tools),
      );
    },
    async stability({ run, rule }) {
      return stabilityOfRun(runs.get(run), rule);
    },
    async useThreads({ threads }) {
      pool.resize(threads);
    },
    async forget({ run }) {
      runs.forget(run);
    },
  };
}
