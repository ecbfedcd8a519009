import type { Context } from "../../../core/detect/context";
import type { ImageSamples } from "../../../core/images/image-samples";

import { resizedGrid } from "../../../core/images/taps";
import { examineImages, MAX_CELLS_A_SIDE, type Examined } from "../../images/examine-images";
import type { MapReading } from "../../images/map-reading";
import type { Tf } from "../backend/tf";
import type { Network } from "../network";
import { reconstruct } from "../rebuilding/reconstruct";
import { unheard } from "../training/train";
import { differencesOf, type Difference } from "./differences";
import { scaledImages, unscaledNumbers, type ImageScale } from "./image-scale";
import { beyondUsual, UsualPlacesSum, type UsualPlaces } from "./usual-places";

/** A network that rebuilds images, and how its answers are read. */
export interface ImageRebuilder {
  readonly network: Network;
  readonly scale: ImageScale;
  readonly difference: Difference;
  readonly reading: MapReading;
  /** Of the images learned from; null where all differences count. */
  readonly usual: UsualPlaces | null;
}

type Images = Pick<ImageSamples, "count" | "width" | "shape" | "block">;

/** Images that are rebuilt between two yields. */
const IMAGES_PER_YIELD = 32;

/** The usual differences of these images from their rebuilding. */
export async function usualPlacesOf(
  tf: Tf,
  rebuilder: Omit<ImageRebuilder, "usual">,
  samples: ImageSamples,
  context: Pick<Context, "checkpoint">,
): Promise<UsualPlaces> {
  const sum = new UsualPlacesSum(sideOf(samples) ** 2);
  await eachImage(tf, { ...rebuilder, usual: null }, samples, context, (places) => {
    sum.add(places);
  });
  return sum.result();
}

/** Scores, and maps of where images differ from their rebuilding. */
export async function examineRebuilt(
  tf: Tf,
  rebuilder: ImageRebuilder,
  samples: ImageSamples,
  context: Context,
): Promise<Examined> {
  const side = sideOf(samples);
  const { reading } = rebuilder;
  return examineImages(samples, reading, context, { side, step: IMAGES_PER_YIELD }, async (from, to) => {
    const all = new Float32Array((to - from) * side * side);
    const some = { ...samples, count: to - from, block: (a: number, b: number) => samples.block(from + a, from + b) };
    // Who examines yields and says how far it is.
    await eachImage(tf, rebuilder, some, unheard, (places, image) => {
      all.set(places, image * side * side);
    });
    return all;
  });
}

/** What the network makes of the images, [count, size, size, channels], 0 to 1. */
export async function rebuiltImages(
  tf: Tf,
  rebuilder: ImageRebuilder,
  samples: ImageSamples,
  context: Pick<Context, "checkpoint">,
): Promise<Float32Array> {
  const all = new Float32Array(samples.count * samples.width);
  await eachRebuilt(tf, rebuilder, samples, context, (rebuilt, image) => {
    all.set(rebuilt, image * samples.width);
  });
  return all;
}

/** The side of the grid of places over the images. */
function sideOf({ shape: [size = 0] }: Images): number {
  return Math.min(MAX_CELLS_A_SIDE, size);
}

/** How strange each place of each image is. */
async function eachImage(
  tf: Tf,
  rebuilder: ImageRebuilder,
  samples: Images,
  context: Pick<Context, "checkpoint">,
  visit: (places: Float32Array, image: number) => void,
): Promise<void> {
  const { difference, usual } = rebuilder;
  const [size = 0] = samples.shape;
  const side = sideOf(samples);
  await eachRebuilt(tf, rebuilder, samples, context, (rebuilt, image) => {
    const pixels = differencesOf(samples.block(image, image + 1), rebuilt, size, difference);
    const places = side === size ? pixels : resizedGrid(pixels, [size, size, 1], [side, side]);
    visit(usual ? beyondUsual(places, usual) : places, image);
  });
}

async function eachRebuilt(
  tf: Tf,
  { network, scale }: ImageRebuilder,
  samples: Images,
  context: Pick<Context, "checkpoint">,
  visit: (rebuilt: Float32Array, image: number) => void,
): Promise<void> {
  const seen = scaledImages(samples, scale);
  await reconstruct(tf, [network], Infinity, seen, context, 0, ({ from, to, outputs: [made = NO_NUMBERS] }) => {
    for (let image = from; image < to; image++) {
      const at = (image - from) * samples.width;
      visit(unscaledNumbers(made.subarray(at, at + samples.width), scale), image);
    }
  });
}

const NO_NUMBERS = new Float32Array();
