import type { Context } from "../../../core/detect/context";
import type { ImageSamples } from "../../../core/images/image-samples";
import type { Examined } from "../../images/examine-images";
import { onSomeBackend } from "../backend/some-backend";
import type { Tf } from "../backend/tf";
import type { Network } from "../network";
import { rebuildingWorkload } from "../rebuilding/rebuilding";
import type { ReadingParams } from "./reading-params";
import { examineRebuilt, rebuiltImages, usualPlacesOf, type ImageRebuilder } from "./image-rebuilder";
import type { ImageScale } from "./image-scale";

/** How a detector scores, maps and expects whose model is a network that rebuilds images: to be spread into it. */
export const byRebuilding = {
  async score(model: ImageRebuilder, samples: ImageSamples, context: Context): Promise<Float64Array> {
    return (await examine(model, samples, context)).scores;
  },
  examine,
  expect: (model: ImageRebuilder, samples: ImageSamples, context: Context): Promise<Float32Array> =>
    onRebuilder(model, context, (tf) => rebuiltImages(tf, model, samples, context)),
};

/** The model of such a detector: the network, and how its answers are read. */
export async function rebuilderOf(
  tf: Tf,
  network: Network,
  scale: ImageScale,
  { difference, usual, counts, smoothing }: ReadingParams,
  samples: ImageSamples,
  context: Context,
): Promise<ImageRebuilder> {
  const rebuilder = { network, scale, difference, reading: { counts, smoothing } };
  return { ...rebuilder, usual: usual ? await usualPlacesOf(tf, rebuilder, samples, context) : null };
}

function examine(model: ImageRebuilder, samples: ImageSamples, context: Context): Promise<Examined> {
  return onRebuilder(model, context, (tf) => examineRebuilt(tf, model, samples, context));
}

function onRebuilder<T>({ network }: ImageRebuilder, context: Context, work: (tf: Tf) => Promise<T>): Promise<T> {
  return onSomeBackend(context, rebuildingWorkload(network.spec), false, work);
}
