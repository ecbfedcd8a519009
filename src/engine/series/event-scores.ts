import { consensusOf } from "../../core/score/consensus";
import { rankScores } from "../../core/score/rank";
import { fitScoreScale } from "../../core/score/score-scale";
import type { PreparedEvents } from "../../core/series/event-samples-of";
import type { CallTools } from "../calls/host";
import type { EventScores } from "../protocol";
import { rescoringContext } from "../rescore";
import type { FittedRun, StoredRun } from "../stored-run";
import { eventDetectorOf } from "./event-inputs";
import { scoresByRow } from "./series-inputs";

const known = new WeakMap<StoredRun, EventScores>();

/**
 * What a run thinks of each event by itself, though it may score sequences as a whole; found once. Of a consensus, what
 * its members think together.
 */
export async function eventScoresOf(run: StoredRun, events: PreparedEvents, tools: CallTools): Promise<EventScores> {
  let found = known.get(run);
  if (!found) {
    const scores = await scoresOf(run, events, tools);
    found = { scores, scale: fitScoreScale(rankScores(scores).sorted) };
    known.set(run, found);
  }
  // A copy: what is sent is emptied here.
  return { ...found, scores: found.scores.slice() };
}

async function scoresOf(run: StoredRun, events: PreparedEvents, tools: CallTools): Promise<Float64Array> {
  if (run.kind === "fitted") return fittedScoresOf(run, events, tools);
  const rankings = [];
  for (const member of run.members) rankings.push(rankScores(await fittedScoresOf(member, events, tools)));
  const members = rankings.map((ranking, at) => ({ ranking, weight: run.weights[at]! })); // one for each member
  return consensusOf(members, run.rule, run.table.dataset.rowCount);
}

async function fittedScoresOf(run: FittedRun, events: PreparedEvents, tools: CallTools): Promise<Float64Array> {
  const samples = { ...events.samples, level: "event" as const };
  const scores = await eventDetectorOf(run).score(run.model, samples, rescoringContext(run, tools));
  return scoresByRow(scores, events, run.table.dataset.rowCount);
}
