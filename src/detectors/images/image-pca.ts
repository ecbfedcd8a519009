import type { Context } from "../../core/detect/context";
import { defineImageDetector } from "../../core/detect/detector";
import { rowsAt, rowsToFit } from "../../core/detect/rows-to-fit";
import type { ImageSamples } from "../../core/images/image-samples";
import { resizedGrid } from "../../core/images/taps";
import { inUnits } from "../linear/column-units";
import { along, principalAxes, type PrincipalAxes } from "../linear/principal-axes";
import { examineImages, type Examined } from "./examine-images";
import { mapReadingParams, type MapReading } from "./map-reading";
import { smallImages, type SmallImages } from "./small-images";

/** What was learned from all images but those of one fold. */
interface ImageAxes extends MapReading {
  /** Of all images, and of all but each fold in turn. */
  readonly parts: readonly PrincipalAxes[];
  /** Rows of the images learned from, ascending, and the place in `parts` of what was learned without each. */
  readonly learned: Uint32Array;
  readonly without: Uint8Array;
}

const MAX_SIDE = 32;
/** Beyond, as many images at random span the directions. */
const MAX_IMAGES = 500;
const CROSS_VALIDATION_FOLDS = 5;

/**
 * Images of at most 32 a side are rebuilt from the fewest directions that hold a share of their variance; the map is the
 * squared error, a mean over the channels. A strange image that was learned from would be rebuilt from itself: every
 * image learned from is rebuilt from directions that were found without it and a fifth of the others.
 */
export const imagePca = defineImageDetector({
  id: "picture-pca",
  version: 1,
  label: "Principal components of images",
  family: "images",
  summary:
    "Rebuilds each image from the ways in which the images differ from one another; what cannot be rebuilt is strange.",
  blindTo:
    "Fine details, because it looks at small images; parts that move about need more directions than there are images.",
  reference:
    "Turk, M. & Pentland, A. (1991). Eigenfaces for recognition. Journal of Cognitive Neuroscience 3 (1), 71-86.",
  prefers: { scale: "none", encode: "one-hot", why: { code: "image-detector.own-scale" } },
  params: {
    share: {
      kind: "number",
      label: "Variation to keep (%)",
      help: "Keeps the fewest directions that hold this much of all variation; fewer leave more of every image as strange.",
      default: 98,
      min: 10,
      max: 99.9,
      step: 0.1,
      main: true,
    },
    ...mapReadingParams,
    smoothing: { ...mapReadingParams.smoothing, default: 0.02 },
  },
  async fit(samples, params, context): Promise<ImageAxes> {
    const { rows: all } = smallImages(samples, MAX_SIDE);
    const rows = rowsToFit(all, MAX_IMAGES, context.random);
    if (rows.count < all.count)
      context.note({ code: "image-detector.sampled", values: { images: rows.count, of: all.count } });
    const folds = rows.count > 1 ? Math.min(CROSS_VALIDATION_FOLDS, rows.count) : 0;
    const parts: PrincipalAxes[] = [];
    for (let fold = 0; fold <= folds; fold++) {
      const some = Uint32Array.from({ length: rows.count }, (_, i) => i).filter(
        (i) => fold === 0 || i % folds !== fold - 1,
      );
      const found = await principalAxes(rowsAt(rows, some), false, context, [
        fold / (folds + 1),
        (fold + 1) / (folds + 1),
      ]);
      parts.push(narrowed(found, params.share / 100));
    }
    const { counts, smoothing } = params;
    return {
      counts,
      smoothing,
      parts,
      learned: rows.origin,
      without: Uint8Array.from({ length: rows.count }, (_, i) => (folds > 0 ? (i % folds) + 1 : 0)),
    };
  },
  score: async (model: ImageAxes, samples, context) => (await rebuildingErrors(model, samples, context)).scores,
  examine: (model: ImageAxes, samples, context) => rebuildingErrors(model, samples, context),
  async expect(model: ImageAxes, samples, context) {
    const small = smallImages(samples, MAX_SIDE);
    const [size = 0] = samples.shape;
    const expected = new Float32Array(samples.count * samples.width);
    for (let image = 0; image < samples.count; image++) {
      await context.checkpoint(image / samples.count);
      const rebuilt = rebuildImage(model, small, image);
      expected.set(resizedGrid(rebuilt, [small.side, small.side, small.channels], [size, size]), image * samples.width);
    }
    return expected;
  },
});

/** With the fewest directions that hold `share` of all variance together. */
function narrowed(found: PrincipalAxes, share: number): PrincipalAxes {
  const { axes, variances, width } = found;
  const wanted = share * variances.reduce((sum, variance) => sum + variance, 0);
  let sum = 0;
  const kept = variances.findIndex((variance) => (sum += variance) >= wanted) + 1 || variances.length;
  return { ...found, axes: axes.slice(0, kept * width), variances: variances.slice(0, kept) };
}

function rebuildingErrors(model: ImageAxes, samples: ImageSamples, context: Context): Promise<Examined> {
  const small = smallImages(samples, MAX_SIDE);
  const { images, side, channels, rows } = small;
  return examineImages(images, model, context, { side }, (image) => {
    const given = rows.block(image, image + 1);
    const rebuilt = rebuildImage(model, small, image);
    const errors = new Float32Array(side * side);
    for (let at = 0; at < given.length; at++)
      errors[Math.floor(at / channels)]! += (given[at]! - rebuilt[at]!) ** 2 / channels; // an image of such cells
    return errors;
  });
}

/** The image of that number as its place along the directions tells it, 0 to 1. */
function rebuildImage(model: ImageAxes, { rows }: SmallImages, image: number): Float32Array {
  const learned = model.learned.indexOf(rows.origin[image]!); // one for each
  const part = model.parts[model.without[learned] ?? 0]!; // as many as there are folds, and one
  const { axes, variances, centre } = part;
  const { width } = rows;
  const coordinates = new Float64Array(variances.length);
  along(part, inUnits(part, rows, image, image + 1), 0, coordinates);
  const rebuilt = centre.slice();
  coordinates.forEach((coordinate, axis) => {
    for (let j = 0, at = axis * width; j < width; j++) rebuilt[j]! += coordinate * axes[at++]!; // j < width
  });
  return Float32Array.from(rebuilt, (value) => Math.min(1, Math.max(0, value)));
}
