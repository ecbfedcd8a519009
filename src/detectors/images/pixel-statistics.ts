import type { Context } from "../../core/detect/context";
import { defineImageDetector } from "../../core/detect/detector";
import { rowsToFit } from "../../core/detect/rows-to-fit";
import { robustUnits } from "../linear/robust-units";
import type { ImageSamples } from "../../core/images/image-samples";
import { examineImages, MAX_CELLS_A_SIDE, type Examined } from "./examine-images";
import { mapReadingParams, type MapReading } from "./map-reading";
import { smallImages } from "./small-images";

interface PixelModel extends MapReading {
  /** Middle of each number of an image made small, and its usual departure from it, above 0. */
  readonly middle: Float32Array;
  readonly spread: Float32Array;
}

/** More images tell no more of a median. */
const MAX_IMAGES = 500;
/** One step of an image of 256 levels: images that are all alike differ by less. */
const MIN_SPREAD = 1 / 255;

/**
 * The robust z of every pixel of an image brought to at most 64 a side, with the interquartile range as the spread. A
 * pixel's spread is never below that of all pixels together (the root of their mean square), because where ordinary
 * images never differ a speck would decide alone.
 */
export const pixelStatistics = defineImageDetector({
  id: "pixel-statistics",
  version: 1,
  label: "Pixel statistics",
  family: "images",
  summary: "Compares every pixel with what is usual at its place: far from the middle of the other images is strange.",
  blindTo:
    "Parts that lie elsewhere in each image, and textures: then every pixel varies, and a defect no more than others.",
  reference:
    "Iglewicz, B. & Hoaglin, D. C. (1993). How to Detect and Handle Outliers. ASQC Quality Press; here for every pixel.",
  prefers: { scale: "none", encode: "one-hot", why: { code: "image-detector.own-scale" } },
  params: mapReadingParams,
  async fit(samples, params, context) {
    const small = smallImages(samples, MAX_CELLS_A_SIDE);
    const rows = rowsToFit(small.rows, MAX_IMAGES, context.random);
    let done = 0;
    const { centre, unit } = await robustUnits(rows, () => context.checkpoint(++done / rows.width));
    const common = Math.sqrt(unit.reduce((sum, spread) => sum + spread * spread, 0) / unit.length);
    return {
      counts: params.counts,
      smoothing: params.smoothing,
      middle: Float32Array.from(centre),
      spread: Float32Array.from(unit, (spread) => Math.max(spread, common, MIN_SPREAD)),
    };
  },
  score: async (model: PixelModel, samples, context) => (await departures(model, samples, context)).scores,
  examine: (model: PixelModel, samples, context) => departures(model, samples, context),
});

function departures(model: PixelModel, samples: ImageSamples, context: Context): Promise<Examined> {
  const { images, side, channels, rows } = smallImages(samples, MAX_CELLS_A_SIDE);
  const { middle, spread } = model;
  return examineImages(images, model, context, { side }, (image) => {
    const departure = new Float32Array(side * side);
    rows.block(image, image + 1).forEach((value, at) => {
      departure[Math.floor(at / channels)]! += Math.abs(value - middle[at]!) / spread[at]! / channels; // as large as an image
    });
    return departure;
  });
}
