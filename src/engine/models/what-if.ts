import type { CallTools, Handlers } from "../calls/host";
import type { WhatIf, WhatIfCalls, WhatIfRequest } from "../calls/what-if";
import type { Parts } from "../parts";
import { changedScores } from "./changed-scores";
import { wouldBeOrdinary } from "./would-be-ordinary";

/** How the calls about rows that were another are done. */
export function whatIfCalls(parts: Parts): Handlers<WhatIfCalls> {
  return {
    whatIf: (request, tools) => whatIf(request, parts, tools),
    wouldBeOrdinary: (request, tools) => wouldBeOrdinary(request, parts, tools),
  };
}

/**
 * What a row would score with other cells: the changed row is scored by what was learned, as a row of another file is by a
 * kept model, so that it holds for every detector. Null where the row has no score, or where more than scores made it.
 */
async function whatIf({ run: key, row, cells }: WhatIfRequest, parts: Parts, tools: CallTools): Promise<WhatIf | null> {
  const run = parts.runs.get(key);
  const score = changedScores(run, row, parts, tools);
  if (!score) return null;
  const [after = NaN] = await score.of([cells]);
  return { before: run.result.scores[row] ?? NaN, after };
}
