import { CONSENSUS } from "../core/detect/run-key";
import { type Choices, instanceOf, membersOf, weightOf } from "./choices";
import type { SessionState } from "./session-state";

/** A run that is part of what is shown, with the instance that it is of. */
export interface RunMember {
  readonly id: string;
  readonly detector: string;
  readonly run: string;
  readonly weight: number;
}

/** The runs that what is shown is made of: its own, or those of all that count in the consensus. */
export function runMembersOf(choices: Choices, runs: SessionState["runs"], shown: string): readonly RunMember[] {
  const ids = shown === CONSENSUS ? membersOf(choices) : [shown];
  return ids.flatMap((id): RunMember[] => {
    const own = runs[id]?.result;
    const detector = instanceOf(choices, id)?.detector ?? id;
    return own ? [{ id, detector, run: own.key, weight: weightOf(choices, id) }] : [];
  });
}
