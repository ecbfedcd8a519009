import type { Detector } from "../../core/detect/detector";
import type { HeatMaps } from "../../core/images/heat-maps";
import type { CallTools } from "../calls/host";
import type { Work } from "../engine-kind";
import type { Kinds } from "../kinds/kinds";
import { NoHelpers } from "../pool/asking";
import type { Pool } from "../pool/pool";
import type { RunRequest, RunResult } from "../protocol";
import { createRunContext, type RunContext } from "../run-context";
import { stopwatch } from "../stopwatch";
import type { Table } from "../tables";
import { firstLookAt, type FirstLook } from "./first-look";
import { fitApart, goesApart, type RunApart } from "./fit-apart";

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

/** Prepares, fits and scores, in threads of the pool where it can. The same request gives the same scores. Rejects with "not-finite" when one is no number. */
export async function fitRun(
  request: RunRequest,
  detector: Detector,
  table: Table,
  { kinds, pool }: { readonly kinds: Kinds; readonly pool: Pool },
  tools: CallTools,
  options: FittingOptions = {},
): Promise<Fitted> {
  const { learned = null } = options;
  const run = createRunContext(request, tools);
  const seconds = stopwatch();
  const work = await kinds.of(request.recipe).prepare(table, request, detector, run.checkpoint);
  const prepare = seconds();
  const { apart } = work;
  const elsewhere =
    apart && goesApart(pool, apart) ? await madeApart({ pool, apart, request, detector, learned, tools }, work) : null;
  const { model, said, scored, seconds: took } = elsewhere ?? (await madeHere(work, run, request, options));
  return {
    ...said,
    notes: [...work.notes, ...said.notes],
    model,
    ...scored,
    features: work.features,
    seconds: { prepare, ...took },
  };
}

/** Null where no thread can be started. */
async function madeApart(run: RunApart, { notes }: Work) {
  const { tools } = run;
  const progress: CallTools["progress"] = (told) =>
    tools.progress(told.notes ? { ...told, notes: [...notes, ...told.notes] } : told);
  try {
    return await fitApart({ ...run, tools: { ...tools, progress } });
  } catch (error) {
    if (error instanceof NoHelpers) return null;
    throw error;
  }
}

async function madeHere(
  work: Work,
  { context, enter, said }: RunContext,
  request: RunRequest,
  { learned, onFirstLook }: FittingOptions,
) {
  const seconds = stopwatch();
  enter("fit");
  const first = onFirstLook && !learned ? await firstLookAt(work, request, context) : null;
  if (first) onFirstLook?.({ ...first, features: work.features });
  const model = learned ? learned.model : await work.fit(request.params, context);
  const fit = seconds();
  enter("score");
  const scored = await work.score(model, context);
  return { model, scored, said: said(), seconds: { fit, score: seconds() } };
}
