import type { Note } from "../../../core/data/note";
import type { Context } from "../../../core/detect/context";
import { LABELLED_NORMAL, learnsFromLabel } from "../../../core/detect/learns-from-label";
import type { ParamSchema, ParamValues } from "../../../core/detect/param-schema";
import type { MatrixSamples } from "../../../core/detect/samples";
import type { TrainingView } from "../../../core/detect/training-view";
import { sampleIndices } from "../../../core/math/random";
import { partOf } from "../../../core/detect/part-of-context";
import { subsetOf } from "./rows";

/** To be spread into the parameters of a detector that learns by `learnFrom`. */
export const learnFromParams = {
  learnFrom: {
    kind: "choice",
    default: "all",
    options: ["all", LABELLED_NORMAL, "least-suspicious"],
    label: "Learn from",
    help: "All rows; those that the label calls normal; or in a second pass only those that looked least strange after the first, so that strange rows are not learned; takes twice as long.",
  },
  kept: {
    kind: "number",
    default: 0.85,
    min: 0.5,
    max: 0.99,
    step: 0.01,
    label: "Share kept",
    help: "The share of the rows, least strange first, that the second pass learns from.",
    when: { param: "learnFrom", is: "least-suspicious" },
  },
} as const satisfies ParamSchema;

export interface FitAndScore<M> {
  fit(samples: MatrixSamples, context: Context): Promise<M>;
  /** One score per sample, higher is stranger. */
  score(model: M, samples: MatrixSamples, context: Context): Promise<Float64Array>;
}

/** More rows than this are a sample of themselves: no network learns from as many. */
const MAX_ROWS_LEARNED = 100_000;
/** Fewer labelled rows than this say too little of what is normal. */
const MIN_NORMAL_ROWS = 20;
/** Where the passes end on the scale of the progress. */
const [FITTED, SCORED] = [0.45, 0.5];

/**
 * The model that `fit` makes of all samples; or of those that are labelled normal, should a person want that; or, where the least suspicious share is to be learned from, of the
 * `kept` share of them that such a model finds least strange (ties stay together). A second pass that the user ends
 * early is dropped for the first, which learned to its end. Curves of the second pass go on where those of the first
 * stopped. Two passes: e.g. Xia et al. 2015, Learning discriminative reconstructions for unsupervised outlier removal.
 */
export async function learnFrom<M>(
  samples: MatrixSamples,
  params: ParamValues<typeof learnFromParams>,
  context: Context,
  { fit, score }: FitAndScore<M>,
): Promise<M> {
  if (params.learnFrom === "all") return fit(samples, context);
  if (learnsFromLabel(params)) return fit(labelledNormal(samples, context), context);
  const notes: Note[] = [];
  const told = () => notes.forEach((note) => context.note(note));
  let steps = 0;
  const firstPass: Context = {
    ...partOf(context, 0, FITTED),
    note: (note) => notes.push(note),
    show: (trainingView) => {
      if (trainingView.kind === "stopped") steps = trainingView.at;
      context.show(trainingView);
    },
  };
  const first = await fit(samples, firstPass);
  if (context.endsEarly()) {
    told();
    return first;
  }
  const seen = subsetOf(
    samples,
    sampleIndices(samples.count, MAX_ROWS_LEARNED, () => context.random()),
  );
  const ordinary = leastSuspicious(await score(first, seen, partOf(context, FITTED, SCORED)), params.kept);
  const second = await fit(subsetOf(seen, ordinary), goingOn(partOf(context, SCORED, 1), steps));
  if (context.endsEarly()) {
    told();
    context.note({ code: "neural.learn-from.first-pass" });
    return first;
  }
  context.note({ code: "neural.learn-from.share", values: { rows: ordinary.length, of: seen.count } });
  return second;
}

/** The samples that are labelled normal; all of them, and a note, where too few are. */
function labelledNormal(samples: MatrixSamples, context: Pick<Context, "note">): MatrixSamples {
  const { normal } = samples;
  const rows = Uint32Array.from(normal?.keys() ?? []).filter((row) => normal?.[row] === 1);
  const enough = rows.length >= Math.min(MIN_NORMAL_ROWS, samples.count);
  const code = enough ? "neural.learn-from.labelled" : "neural.learn-from.too-few-labelled";
  context.note({ code, values: { rows: rows.length, of: samples.count } });
  return enough ? subsetOf(samples, rows) : samples;
}

/** Numbers of the `share` of samples with the lowest scores, ascending. */
function leastSuspicious(scores: Float64Array, share: number): Uint32Array {
  const cut = scores.toSorted()[Math.max(0, Math.ceil(scores.length * share) - 1)] ?? 0;
  return Uint32Array.from(scores.keys()).filter((row) => (scores[row] ?? 0) <= cut);
}

/** The context of a training that follows one of `steps` steps. */
export function goingOn(context: Context, steps: number): Context {
  return {
    ...context,
    checkpoint: (done, metrics) =>
      context.checkpoint(
        done,
        metrics?.map((metric) => ({ ...metric, at: metric.at + steps })),
      ),
    show: (trainingView) => {
      context.show(laterBy(steps, trainingView));
    },
  };
}

function laterBy(steps: number, trainingView: TrainingView): TrainingView {
  if (!("at" in trainingView)) return trainingView;
  const at = trainingView.at + steps;
  return trainingView.kind === "stopped"
    ? { ...trainingView, at, kept: trainingView.kept + steps, of: trainingView.of + steps }
    : { ...trainingView, at };
}
