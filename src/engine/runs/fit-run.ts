import type { Note } from "../../core/data/note";
import type { Context, Metric } from "../../core/detect/context";
import type { Detector } from "../../core/detect/detector";
import { withTrainingView, type TrainingView } from "../../core/detect/training-view";
import type { HeatMaps } from "../../core/images/heat-maps";
import { seededRandom } from "../../core/math/random";
import { createCheckpoint } from "../yield-to-events";
import type { CallTools } from "../calls/host";
import type { Kinds } from "../kinds/kinds";
import type { Phase, RunRequest, RunResult } from "../protocol";
import { stopwatch } from "../stopwatch";
import type { Table } from "../tables";
import { firstLookAt, type FirstLook } from "./first-look";

/** A detector that learned and scored: its model, and what a result holds beside the ranking. */
export interface Fitted extends Pick<
  RunResult,
  "features" | "seconds" | "notes" | "metrics" | "trainingViews" | "endedEarly" | "chance" | "calibration" | "classes"
> {
  readonly model: unknown;
  /** By row of the table; NaN where the recipe dropped the row. */
  readonly scores: Float64Array;
  /** Of images, where the detector tells places. */
  readonly maps: HeatMaps | null;
}

interface FittingOptions {
  /** What was learned elsewhere: nothing is fitted then. */
  readonly learned?: { readonly model: unknown } | null;
  /** Is told what a sample of the rows says, where there are many. */
  readonly onFirstLook?: (first: FirstLook & Pick<Fitted, "features">) => void;
}

/** Prepares, fits and scores. The same request gives the same scores. Rejects with "not-finite" when one is no number. */
export async function fitRun(
  request: RunRequest,
  detector: Detector,
  table: Table,
  kinds: Kinds,
  tools: CallTools,
  { learned = null, onFirstLook }: FittingOptions = {},
): Promise<Fitted> {
  const notes: Note[] = [];
  const metrics: Metric[] = [];
  let trainingViews: readonly TrainingView[] = [];
  let unsent: TrainingView[] = [];
  let endedEarly = false;
  let chance = false;
  let phase: Phase = "prepare";
  const checkpoint = createCheckpoint(tools, () => phase);
  const draw = seededRandom(request.seed);
  const context: Context = {
    random: () => {
      chance = true;
      return draw();
    },
    backend: request.backend,
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
  };
  const seconds = stopwatch();
  const work = await kinds.of(request.recipe).prepare(table, request, detector, checkpoint);
  notes.push(...work.notes);
  const prepare = seconds();
  phase = "fit";
  const first = onFirstLook && !learned ? await firstLookAt(work, request, context) : null;
  if (first) onFirstLook?.({ ...first, features: work.features });
  const model = learned ? learned.model : await work.fit(request.params, context);
  const fit = seconds();
  phase = "score";
  const { scores, maps, calibration, classes } = await work.score(model, context);
  const score = seconds();
  return {
    model,
    scores,
    maps,
    calibration,
    ...(classes && { classes }),
    features: work.features,
    seconds: { prepare, fit, score },
    notes,
    metrics,
    trainingViews,
    endedEarly,
    chance,
  };
}
