import type { Context } from "../../core/detect/context";
import { defineImageDetector } from "../../core/detect/detector";
import { partOf } from "../../core/detect/part-of-context";
import { requireSamples } from "../../core/detect/require-samples";
import type { DeepLayer, ImageSamples } from "../../core/images/image-samples";
import { sampleIndices } from "../../core/math/random";
import { coresetOf } from "./coreset";
import { answersAtPlaces, deepFeaturesIn, IMAGES_PER_YIELD, type Channels } from "./deep-places";
import { examineImages, type Examined } from "./examine-images";
import { mapReadingParams, type MapReading } from "./map-reading";
import { neighbourhoodMeans } from "./neighbourhood-means";
import { nearestPatches, neighboursOf, type PatchBank } from "./patch-bank";

interface PatchModel extends MapReading {
  readonly side: number;
  readonly chosen: readonly Channels[];
  readonly bank: PatchBank;
}

const MAX_SIDE = 28;
/** Patches that the bank is chosen from: more take long and add what is already there. */
const MAX_CANDIDATES = 20_000;

/**
 * A bank of ordinary patches, thinned out so that it still covers them, and the distance from the nearest one (Roth et al.
 * 2022). Departures: the bank is chosen from 20,000 patches at random, every layer is divided by its spread so that none
 * decides alone, and patches of an image's own are left out when it is scored, or it would always be ordinary.
 */
export const patchcore = defineImageDetector({
  id: "patchcore",
  version: 1,
  label: "PatchCore",
  family: "images",
  summary:
    "Looks at the images through a network trained on other images (MobileNetV2) and keeps a bank of ordinary patches; a patch that resembles none of them is strange.",
  blindTo: "Ordinary parts in the wrong place: it does not know where a patch belongs.",
  reference:
    "Roth, K., Pemula, L., Zepeda, J., Schölkopf, B., Brox, T. & Gehler, P. (2022). Towards total recall in industrial anomaly detection. CVPR 2022.",
  needs: "deep-features",
  prefers: { scale: "none", encode: "one-hot", why: { code: "image-detector.own-scale" } },
  params: {
    ...mapReadingParams,
    bank: {
      kind: "integer",
      label: "Patches in the bank",
      help: "How many ordinary patches are remembered; more tell finer differences and take longer.",
      default: 1000,
      min: 50,
      max: 5000,
      scale: "log",
      main: true,
    },
  },
  async fit(images, params, context): Promise<PatchModel> {
    requireSamples(images);
    const layers = deepestLayers(deepFeaturesIn(images).layers);
    const chosen = layers.map((layer) => ({
      layer,
      channels: Uint16Array.from({ length: layer.channels }, (_, i) => i),
    }));
    const side = Math.min(MAX_SIDE, Math.max(...layers.map(({ height }) => height)));
    const { patches, origins } = await candidatesOf(images, chosen, side, partOf(context, 0, 0.7));
    const scale = scaleOf(patches, layers);
    const width = scale.length;
    for (let at = 0; at < patches.length; at++) patches[at]! *= scale[at % width]!; // a patch of such numbers
    const kept = await coresetOf(patches, width, params.bank, partOf(context, 0.7, 0.9));
    const bank = new Float32Array(kept.length * width);
    kept.forEach((patch, at) => bank.set(patches.subarray(patch * width, (patch + 1) * width), at * width));
    const neighbours = await neighboursOf(bank, width, partOf(context, 0.9, 1));
    const { counts, smoothing } = params;
    const origin = kept.map((patch) => origins[patch]!); // one for each patch
    return { counts, smoothing, side, chosen, bank: { patches: bank, width, origins: origin, scale, neighbours } };
  },
  score: async (model: PatchModel, samples, context) => (await distances(model, samples, context)).scores,
  examine: (model: PatchModel, samples, context) => distances(model, samples, context),
});

/** All but the shallowest of three or more: edges and colours alone tell little of a patch. */
function deepestLayers(layers: readonly DeepLayer[]): readonly DeepLayer[] {
  return layers.length > 2 ? layers.slice(1) : layers;
}

/** Patches of all images, the same number of each at random, and the row that each comes from. */
async function candidatesOf(
  images: ImageSamples,
  chosen: readonly Channels[],
  side: number,
  context: Context,
): Promise<{ readonly patches: Float32Array; readonly origins: Uint32Array }> {
  const { count, origin } = images;
  const each = Math.max(1, Math.min(side * side, Math.floor(MAX_CANDIDATES / count)));
  const drawn = sampleIndices(count, MAX_CANDIDATES, context.random);
  const width = chosen.reduce((sum, { channels }) => sum + channels.length, 0);
  const patches = new Float32Array(drawn.length * each * width);
  const origins = new Uint32Array(drawn.length * each);
  let at = 0;
  for (let first = 0; first < drawn.length; first += IMAGES_PER_YIELD) {
    await context.checkpoint(first / drawn.length);
    for (const image of drawn.subarray(first, first + IMAGES_PER_YIELD)) {
      const answers = await patchesOf(images, chosen, side, image, context);
      for (const place of sampleIndices(side * side, each, context.random)) {
        patches.set(answers.subarray(place * width, (place + 1) * width), at * width);
        origins[at++] = origin[image]!; // one for each
      }
    }
  }
  return { patches, origins };
}

function patchesOf(images: ImageSamples, chosen: readonly Channels[], side: number, image: number, context: Context) {
  return answersAtPlaces(deepFeaturesIn(images), chosen, side, [image, image + 1], context, neighbourhoodMeans);
}

/** What brings the numbers of each layer to a deviation of 1, all of a layer alike: one factor for each of a patch's numbers. */
function scaleOf(patches: Float32Array, layers: readonly DeepLayer[]): Float32Array {
  const width = layers.reduce((sum, { channels }) => sum + channels, 0);
  const scale = new Float32Array(width);
  let first = 0;
  for (const { channels } of layers) {
    let [sum, square, count] = [0, 0, 0];
    for (let start = first; start < patches.length; start += width)
      for (let at = start; at < start + channels; at++, count++) {
        sum += patches[at]!; // inside
        square += patches[at]! ** 2; // inside the patch
      }
    const deviation = Math.sqrt(Math.max(0, square / count - (sum / count) ** 2));
    scale.fill(deviation > 1e-6 ? 1 / deviation : 1, first, first + channels);
    first += channels;
  }
  return scale;
}

function distances(model: PatchModel, images: ImageSamples, context: Context): Promise<Examined> {
  const { side, chosen, bank } = model;
  return examineImages(images, model, context, { side }, async (image) => {
    const answers = await patchesOf(images, chosen, side, image, context);
    return nearestPatches(bank, answers, images.origin[image]!); // one for each
  });
}
