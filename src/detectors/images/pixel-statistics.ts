import { defineDetector, type Context } from "../../core/detect/detector";
import { rowsToFit } from "../../core/detect/rows-to-fit";
import { robustUnits } from "../linear/robust-units";
import type { Samples } from "../../core/detect/samples";
import { examinePictures, MOST_CELLS, type Examined } from "./examine-pictures";
import { mapReadingParams, type MapReading } from "./map-reading";
import { smallPictures } from "./small-pictures";

interface PixelModel extends MapReading {
  /** Middle of each number of a picture made small, and its usual departure from it, above 0. */
  readonly middle: Float32Array;
  readonly spread: Float32Array;
}

/** More pictures tell no more of a median. */
const MOST_PICTURES = 500;
/** One step of a picture of 256 levels: pictures that are all alike differ by less. */
const LEAST_SPREAD = 1 / 255;

/**
 * The robust z of every pixel of a picture brought to at most 64 a side, with the interquartile range as the spread. A
 * pixel's spread is never below that of all pixels together (the root of their mean square), because where ordinary
 * pictures never differ a speck would decide alone.
 */
export const pixelStatistics = defineDetector({
  id: "pixel-statistics",
  version: 1,
  label: "Pixel statistics",
  family: "images",
  summary:
    "Compares every pixel with what is usual at its place: far from the middle of the other pictures is strange.",
  blindTo:
    "Parts that lie elsewhere in each picture, and textures: then every pixel varies, and a defect no more than others.",
  reference:
    "Iglewicz, B. & Hoaglin, D. C. (1993). How to Detect and Handle Outliers. ASQC Quality Press; here for every pixel.",
  accepts: ["images"],
  prefers: { scale: "none", encode: "one-hot", why: { code: "picture-detector.own-scale" } },
  params: mapReadingParams,
  async fit(samples, params, context) {
    const small = smallPictures(samples, MOST_CELLS);
    const rows = rowsToFit(small.rows, MOST_PICTURES, context.random);
    let done = 0;
    const { centre, unit } = await robustUnits(rows, () => context.checkpoint(++done / rows.width));
    const common = Math.sqrt(unit.reduce((sum, spread) => sum + spread * spread, 0) / unit.length);
    return {
      counts: params.counts,
      smoothing: params.smoothing,
      middle: Float32Array.from(centre),
      spread: Float32Array.from(unit, (spread) => Math.max(spread, common, LEAST_SPREAD)),
    };
  },
  score: async (model: PixelModel, samples, context) => (await departures(model, samples, context)).scores,
  examine: (model: PixelModel, samples, context) => departures(model, samples, context),
});

function departures(model: PixelModel, samples: Samples, context: Context): Promise<Examined> {
  const { images, side, channels, rows } = smallPictures(samples, MOST_CELLS);
  const { middle, spread } = model;
  return examinePictures(images, model, context, { side }, (picture) => {
    const departure = new Float32Array(side * side);
    rows.block(picture, picture + 1).forEach((value, at) => {
      departure[Math.floor(at / channels)]! += Math.abs(value - middle[at]!) / spread[at]! / channels; // as large as a picture
    });
    return departure;
  });
}
