import { detectorCardOf } from "../state/catalogue";
import { historyOf } from "../state/history";
import type { Session } from "../state/session";
import type { ScriptedEngine } from "./scripted-engine";

/** Leaves only detectors that rank: the findings no longer run, and the first of the others is on screen. */
export async function onlyRanking(
  { actions, store }: Pick<Session, "actions" | "store">,
  { runs }: Pick<ScriptedEngine, "runs"> = { runs: [] },
): Promise<void> {
  const found = store.getState().history.present.picked.find((id) => detectorCardOf(id)?.tests);
  if (found === undefined) return;
  actions.unpick(found);
  // As if it had never been there: a test that takes steps back goes no further than its own.
  store.setState(({ history }) => ({ history: historyOf(history.present) }));
  // Its run was under way, and is given up.
  await new Promise((resolve) => setImmediate(resolve));
  const at = runs.findIndex(({ question }) => question.detector === found);
  if (at >= 0) runs.splice(at, 1);
}
