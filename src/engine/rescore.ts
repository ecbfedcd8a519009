import type { Context } from "../core/detect/context";
import { referenceRows } from "../core/explain/reference-rows";
import { seededRandom } from "../core/math/random";
import { createCheckpoint } from "./yield-to-events";
import type { CallTools } from "./calls/host";
import type { Matrix } from "./matrices";
import type { RunRequest, RunResult } from "./protocol";

interface Finished {
  readonly request: RunRequest;
  readonly result: RunResult;
}

const references = new WeakMap<Finished, Float32Array>();

/** What a detector may ask of the world when a finished run is looked at again; its notes were said before. */
export function rescoringContext({ request }: Finished, tools: CallTools): Context {
  const checkpoint = createCheckpoint(tools, () => "score");
  return {
    random: seededRandom(request.seed),
    backend: request.backend,
    note: () => undefined,
    show: () => undefined,
    endsEarly: () => false,
    checkpoint: (done) => checkpoint(done),
    pause: () => checkpoint(null),
  };
}

/** The run's ordinary samples, one after the other; found once. */
export function referenceOf(run: Finished, { samples }: Pick<Matrix, "samples">): Float32Array {
  const known = references.get(run);
  if (known) return known;
  const scores = Float64Array.from(samples.origin, (row) => run.result.scores[row]!); // every sample has a score
  const reference = referenceRows(samples, scores);
  references.set(run, reference);
  return reference;
}
