import type { Note } from "../core/data/note";
import type { Context, Metric } from "../core/detect/context";
import { withTrainingView, type TrainingView } from "../core/detect/training-view";
import type { Spread } from "../core/detect/spread";
import { seededRandom } from "../core/math/random";
import type { CallTools } from "./calls/host";
import type { Phase, RunRequest, RunResult } from "./protocol";
import { createCheckpoint, type Checkpoint } from "./yield-to-events";

/** What a detector said while it worked. */
export type Said = Pick<RunResult, "notes" | "metrics" | "trainingViews" | "endedEarly" | "chance">;

export interface RunContext {
  readonly context: Context;
  readonly checkpoint: Checkpoint;
  /** What is done from now on. */
  enter(phase: Phase): void;
  said(): Said;
}

/** What a detector may ask of the world while a run is made, and what it says meanwhile. */
export function createRunContext(
  { seed, backend }: Pick<RunRequest, "seed" | "backend">,
  tools: CallTools & { readonly spread?: Spread },
): RunContext {
  const notes: Note[] = [];
  const metrics: Metric[] = [];
  let trainingViews: readonly TrainingView[] = [];
  let unsent: TrainingView[] = [];
  let endedEarly = false;
  let chance = false;
  let phase: Phase = "prepare";
  const checkpoint = createCheckpoint(tools, () => phase);
  const draw = seededRandom(seed);
  return {
    checkpoint,
    enter(next) {
      phase = next;
    },
    said: () => ({ notes, metrics, trainingViews, endedEarly, chance }),
    context: {
      random: () => {
        chance = true;
        return draw();
      },
      backend,
      ...(tools.spread && { spread: tools.spread }),
      note: (note) => notes.push(note),
      checkpoint: (done, more) => {
        if (!more) return checkpoint(done);
        metrics.push(...more);
        const sent = { metrics: more, trainingViews: unsent, notes: [...notes] };
        unsent = [];
        return checkpoint(done, sent);
      },
      pause: () => checkpoint(null),
      show: (trainingView) => {
        trainingViews = withTrainingView(trainingViews, trainingView);
        unsent.push(trainingView);
      },
      endsEarly: () => {
        endedEarly ||= phase === "fit" && tools.endsEarly();
        return endedEarly;
      },
    },
  };
}
