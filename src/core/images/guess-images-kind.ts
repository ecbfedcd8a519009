import { MAX_IMAGE_SIZE, MIN_IMAGE_SIZE, type ImagesKind, type LearnFrom } from "../kinds/images-kind";

/** What is known of an image before its colours are looked at. */
export interface Sides {
  readonly width: number;
  readonly height: number;
}

/** Large enough for most defects, small enough for networks of a tab. */
const USUAL_SIDE_PX = 64;
/** Images up to this are seen as they are. */
const MAX_SIDE_KEPT_PX = 40;
/** Longest by shortest side of images that lose little when pressed into a square. */
const MAX_RATIO_OF_SIDES = 1.5;

/** How images are seen at first: tiny ones as they are, others at 64 a side; those of one outline are pressed into the square. */
export function guessImagesKind(sides: readonly Sides[], isGrey: boolean, learnFrom: LearnFrom): ImagesKind {
  const longest = sides.map(({ width, height }) => Math.max(width, height)).sort((a, b) => a - b);
  const usual = longest[longest.length >> 1] ?? USUAL_SIDE_PX;
  const size = usual <= MAX_SIDE_KEPT_PX ? usual : USUAL_SIDE_PX;
  return {
    kind: "images",
    size: Math.min(MAX_IMAGE_SIZE, Math.max(MIN_IMAGE_SIZE, size)),
    colour: isGrey ? "grey" : "colour",
    fit: isOfOneOutline(sides) ? "stretch" : "pad",
    learnFrom,
    ignored: [],
    rowsSee: "pixels",
    network: "mobilenet-v2",
  };
}

/** Pressed into a square, images of one outline stay comparable; so do those that are nearly square. */
function isOfOneOutline(sides: readonly Sides[]): boolean {
  const ratios = sides.map(({ width, height }) => width / height);
  const [least, most] = [ratios.reduce((a, b) => Math.min(a, b), Infinity), ratios.reduce((a, b) => Math.max(a, b), 0)];
  return most <= 1.02 * least || (most <= MAX_RATIO_OF_SIDES && least >= 1 / MAX_RATIO_OF_SIDES);
}
