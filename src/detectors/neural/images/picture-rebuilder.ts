import type { Context } from "../../../core/detect/detector";
import type { Samples } from "../../../core/detect/samples";
import { imagesOf } from "../../../core/images/image-samples";
import { resizedGrid } from "../../../core/images/taps";
import { examinePictures, MOST_CELLS, type Examined } from "../../images/examine-pictures";
import type { MapReading } from "../../images/map-reading";
import type { Tf } from "../backend/tf";
import type { Network } from "../network";
import { reconstruct } from "../rebuilding/reconstruct";
import { unheard } from "../training/train";
import { differencesOf, type Difference } from "./differences";
import { scaledPictures, unscaledNumbers, type PictureScale } from "./picture-scale";
import { beyondUsual, UsualPlacesSum, type UsualPlaces } from "./usual-places";

/** A network that rebuilds pictures, and how its answers are read. */
export interface PictureRebuilder {
  readonly network: Network;
  readonly scale: PictureScale;
  readonly difference: Difference;
  readonly reading: MapReading;
  /** Of the pictures learned from; null where all differences count. */
  readonly usual: UsualPlaces | null;
}

type Pictures = Pick<Samples, "count" | "width" | "shape" | "block">;

/** Pictures that are rebuilt between two breaths. */
const AT_ONCE = 32;

/** The usual differences of these pictures from their rebuilding. */
export async function usualPlacesOf(
  tf: Tf,
  rebuilder: Omit<PictureRebuilder, "usual">,
  samples: Samples,
  context: Pick<Context, "checkpoint">,
): Promise<UsualPlaces> {
  const sum = new UsualPlacesSum(sideOf(samples) ** 2);
  await eachPicture(tf, { ...rebuilder, usual: null }, samples, context, (places) => {
    sum.add(places);
  });
  return sum.result();
}

/** Scores, and maps of where pictures differ from their rebuilding. */
export async function examineRebuilt(
  tf: Tf,
  rebuilder: PictureRebuilder,
  samples: Samples,
  context: Context,
): Promise<Examined> {
  const side = sideOf(samples);
  const { reading } = rebuilder;
  return examinePictures(imagesOf(samples), reading, context, { side, step: AT_ONCE }, async (from, to) => {
    const all = new Float32Array((to - from) * side * side);
    const some = { ...samples, count: to - from, block: (a: number, b: number) => samples.block(from + a, from + b) };
    // Who examines breathes and says how far it is.
    await eachPicture(tf, rebuilder, some, unheard, (places, picture) => {
      all.set(places, picture * side * side);
    });
    return all;
  });
}

/** What the network makes of the pictures, [count, size, size, channels], 0 to 1. */
export async function rebuiltPictures(
  tf: Tf,
  rebuilder: PictureRebuilder,
  samples: Samples,
  context: Pick<Context, "checkpoint">,
): Promise<Float32Array> {
  const all = new Float32Array(samples.count * samples.width);
  await eachRebuilt(tf, rebuilder, samples, context, (rebuilt, picture) => {
    all.set(rebuilt, picture * samples.width);
  });
  return all;
}

/** The side of the grid of places over the pictures. */
function sideOf({ shape: [size = 0] }: Pictures): number {
  return Math.min(MOST_CELLS, size);
}

/** How strange each place of each picture is. */
async function eachPicture(
  tf: Tf,
  rebuilder: PictureRebuilder,
  samples: Pictures,
  context: Pick<Context, "checkpoint">,
  visit: (places: Float32Array, picture: number) => void,
): Promise<void> {
  const { difference, usual } = rebuilder;
  const [size = 0] = samples.shape;
  const side = sideOf(samples);
  await eachRebuilt(tf, rebuilder, samples, context, (rebuilt, picture) => {
    const pixels = differencesOf(samples.block(picture, picture + 1), rebuilt, size, difference);
    const places = side === size ? pixels : resizedGrid(pixels, [size, size, 1], [side, side]);
    visit(usual ? beyondUsual(places, usual) : places, picture);
  });
}

async function eachRebuilt(
  tf: Tf,
  { network, scale }: PictureRebuilder,
  samples: Pictures,
  context: Pick<Context, "checkpoint">,
  visit: (rebuilt: Float32Array, picture: number) => void,
): Promise<void> {
  const seen = scaledPictures(samples, scale);
  await reconstruct(tf, [network], Infinity, seen, context, 0, ({ from, to, outputs: [made = NONE] }) => {
    for (let picture = from; picture < to; picture++) {
      const at = (picture - from) * samples.width;
      visit(unscaledNumbers(made.subarray(at, at + samples.width), scale), picture);
    }
  });
}

const NONE = new Float32Array();
