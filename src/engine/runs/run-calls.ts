import type { Handlers } from "../calls/host";
import type { RunCalls } from "../calls/runs";
import type { Parts } from "../parts";
import { rerun, stabilityOfRun } from "./reruns";

/** How calls about detectors and their runs are done. */
export function runCalls({ runs, kinds, inTurn }: Parts): Handlers<RunCalls> {
  return {
    run: (request, tools) => inTurn(() => runs.make(request, tools)),
    // Not in turn: it takes a moment, and must not wait for a training that it does not need.
    combine: (request, tools) => runs.combine(request, tools),
    guide: (request, tools) => runs.guide(request, tools),
    rerun: ({ run, seed }, tools) => inTurn(() => rerun(runs.get(run), seed, kinds, tools)),
    async stability({ run, rule }) {
      return stabilityOfRun(runs.get(run), rule);
    },
    async forget({ run }) {
      runs.forget(run);
    },
  };
}
