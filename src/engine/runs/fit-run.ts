import { Failure } from "../../core/data/failure";
import type { Note } from "../../core/data/note";
import type { Context, Detector, Metric } from "../../core/detect/detector";
import { withTrainingView, type TrainingView } from "../../core/detect/training-view";
import type { Samples } from "../../core/detect/samples";
import type { HeatMaps } from "../../core/images/heat-maps";
import { seededRandom } from "../../core/math/random";
import { createCheckpoint } from "../yield-to-events";
import type { CallTools } from "../calls/host";
import { isOfImages, type Input, type Inputs } from "../inputs";
import { normalRows } from "./labelled";
import type { Phase, RunRequest, RunResult } from "../protocol";
import { shapedScoresByRow } from "../series/shaped-inputs";
import { stopwatch } from "../stopwatch";
import type { Table } from "../tables";

/** A detector that learned and scored: its model, and what a result holds beside the ranking. */
export interface Fitted extends Pick<
  RunResult,
  "features" | "seconds" | "notes" | "metrics" | "trainingViews" | "endedEarly" | "chance"
> {
  readonly model: unknown;
  /** By row of the table; NaN where the recipe dropped the row. */
  readonly scores: Float64Array;
  /** Of images, where the detector tells places. */
  readonly maps: HeatMaps | null;
}

/** Prepares, fits and scores. The same request gives the same scores. Rejects with "not-finite" when one is no number. */
export async function fitRun(
  request: RunRequest,
  detector: Detector,
  table: Table,
  inputs: Inputs,
  tools: CallTools,
): Promise<Fitted> {
  const notes: Note[] = [];
  const metrics: Metric[] = [];
  let trainingViews: readonly TrainingView[] = [];
  let unsent: TrainingView[] = [];
  let endedEarly = false;
  let chance = false;
  let phase: Phase = "prepare";
  const yieldToEvents = createCheckpoint(tools, () => phase);
  const draw = seededRandom(request.seed);
  const context: Context = {
    random: () => {
      chance = true;
      return draw();
    },
    backend: request.backend,
    note: (note) => notes.push(note),
    checkpoint: (done, more) => {
      if (!more) return yieldToEvents(done);
      metrics.push(...more);
      const sent = { metrics: more, trainingViews: unsent, notes: [...notes] };
      unsent = [];
      return yieldToEvents(done, sent);
    },
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
  const prepared = await inputs.get(table, request.recipe, detector, yieldToEvents);
  notes.push(...prepared.notes);
  const prepare = seconds();
  phase = "fit";
  const model = await detector.fit(withLabels(prepared, table, request), request.params, context);
  const fit = seconds();
  phase = "score";
  const examined = prepared.kind === "images" ? await detector.examine?.(model, prepared.samples, context) : undefined;
  const ofSamples = examined?.scores ?? (await detector.score(model, prepared.samples, context));
  const score = seconds();
  return {
    model,
    scores: byRow(ofSamples, prepared, table.dataset.rowCount),
    maps: examined?.maps ?? null,
    features: prepared.samples.features,
    seconds: { prepare, fit, score },
    notes,
    metrics,
    trainingViews,
    endedEarly,
    chance,
  };
}

/** The samples to learn from, with the rows that are labelled normal told apart: a person may want no others learned. */
function withLabels(input: Input, { dataset }: Table, { recipe }: RunRequest): Samples {
  if (isOfImages(input)) return input.learned;
  const { kind, samples } = input;
  const normal = kind === "rows" ? normalRows(dataset, recipe, samples.origin) : null;
  return normal ? { ...samples, normal } : samples;
}

/** Scores of samples laid out by row of the table; NaN where the recipe dropped the row. */
function byRow(ofSamples: Float64Array, input: Input, rowCount: number): Float64Array {
  const { origin } = input.samples;
  const odd = ofSamples.findIndex((score) => !Number.isFinite(score));
  if (odd >= 0) throw new Failure({ code: "not-finite", values: { row: Math.min(origin[odd]!, rowCount - 1) + 1 } });
  if (input.kind !== "rows" && !isOfImages(input)) return shapedScoresByRow(ofSamples, input, rowCount);
  const scores = new Float64Array(rowCount).fill(NaN);
  ofSamples.forEach((score, sample) => {
    scores[origin[sample]!] = score; // one row per sample
  });
  return scores;
}
