import type { Tensor2D } from "@tensorflow/tfjs-core";
import type { Samples } from "../../core/detect/samples";
import { seededRandom } from "../../core/math/random";
import type { AutoencoderParams } from "./autoencoder-params";
import type { Workload } from "./backend";
import type { Lesson } from "./learner";
import { trimmedSquaredError } from "./losses";
import { forward, initialWeights, weightShapesOf, workOf, type NetworkSpec } from "./network";
import { gatherRows, shuffledBatches, splitRows } from "./rows";
import type { Tf } from "./tf";
import { train, unheard } from "./train";

/** The lesson of one autoencoder: rebuild the clipped rows, the worst share of each batch left out. */
export function rebuildingLesson(
  spec: NetworkSpec,
  samples: Samples,
  params: AutoencoderParams,
  random: () => number,
): Lesson<Tensor2D> {
  const { learn, heldOut } = splitRows(samples.count, params.validation, params.steps * params.batch, random);
  const initial = initialWeights(spec, random);
  const batches = shuffledBatches(learn, params.batch, random);
  const rows = (tf: Tf, numbers: Uint32Array) =>
    tf.tensor2d(gatherRows(samples, numbers, params.clip), [numbers.length, samples.width]);
  return {
    ...rebuilding(spec, initial, params.trimmed),
    next: (tf) => rows(tf, batches()),
    heldOut: heldOut.length ? (tf) => rows(tf, heldOut) : null,
  };
}

const PROBE_STEPS = 10;
const PROBE_BATCH = 32;

/** A few steps of such a lesson on noise; networks of about the same work share what was measured. */
export function rebuildingWorkload(spec: NetworkSpec): Workload {
  return {
    key: `dense ${Math.round(Math.log2(workOf(spec)))}`,
    steps: PROBE_STEPS,
    async train(tf) {
      const random = seededRandom(1);
      const noise = Float32Array.from({ length: PROBE_BATCH * spec.inputs }, () => 2 * random() - 1);
      const lesson: Lesson<Tensor2D> = {
        ...rebuilding(spec, initialWeights(spec, random), 0.2),
        next: () => tf.tensor2d(noise, [PROBE_BATCH, spec.inputs]),
        heldOut: null,
      };
      const plan = {
        steps: PROBE_STEPS,
        learningRate: 1e-3,
        clipNorm: 1,
        reportEvery: PROBE_STEPS,
        patience: Infinity,
      };
      await train(tf, [lesson], plan, unheard, 0);
    },
  };
}

function rebuilding(
  spec: NetworkSpec,
  initial: readonly Float32Array[],
  trimmed: number,
): Omit<Lesson<Tensor2D>, "next" | "heldOut"> {
  return {
    shapes: weightShapesOf(spec),
    initial,
    loss: (tf, weights, rows) => trimmedSquaredError(tf, forward(tf, spec, weights, rows), rows, trimmed),
  };
}
