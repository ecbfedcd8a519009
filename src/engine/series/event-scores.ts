import { Failure } from "../../core/data/failure";
import { consensusOf } from "../../core/score/consensus";
import { rankScores } from "../../core/score/rank";
import { fitScoreScale } from "../../core/score/score-scale";
import type { CallTools } from "../calls/host";
import type { InputOf } from "../inputs";
import type { EventScores } from "../protocol";
import { rescoringContext } from "../runs/rescore";
import type { FittedRun, StoredRun } from "../runs/stored-run";
import { shapedScoresByRow, type EventsInput } from "./shaped-inputs";

const known = new WeakMap<StoredRun, EventScores>();

/**
 * What a run thinks of each event by itself, though it may score sequences as a whole; found once. Of a consensus, what
 * its members think together. Throws "illegal-parameter" where the rows are no events.
 */
export async function eventScoresOf(run: StoredRun, inputOf: InputOf, tools: CallTools): Promise<EventScores> {
  let found = known.get(run);
  if (!found) {
    const scores = await scoresOf(run, inputOf, tools);
    found = { scores, scale: fitScoreScale(rankScores(scores).sorted) };
    known.set(run, found);
  }
  // A copy: what is sent is emptied here.
  return { ...found, scores: found.scores.slice() };
}

async function scoresOf(run: StoredRun, inputOf: InputOf, tools: CallTools): Promise<Float64Array> {
  if (run.kind === "fitted") return fittedScoresOf(run, inputOf, tools);
  const rankings = [];
  for (const member of run.members) rankings.push(rankScores(await fittedScoresOf(member, inputOf, tools)));
  const members = rankings.map((ranking, at) => ({ ranking, weight: run.weights[at]! })); // one for each member
  return consensusOf(members, run.rule, run.table.dataset.rowCount);
}

async function fittedScoresOf(run: FittedRun, inputOf: InputOf, tools: CallTools): Promise<Float64Array> {
  const input = await inputOf(run);
  if (input.kind !== "events")
    throw new Failure({ code: "illegal-parameter", values: { parameter: "shape", why: "the rows are no events" } });
  const { rowCount } = run.table.dataset;
  const samples = { ...input.events.samples, level: "event" as const };
  const each: EventsInput = { ...input, samples, events: { ...input.events, samples } };
  return shapedScoresByRow(await run.detector.score(run.model, samples, rescoringContext(run, tools)), each, rowCount);
}
