import { LARGEST_SIZE, SMALLEST_SIZE, type ImagesKind, type LearnFrom } from "../kinds/images-kind";

/** What is known of an image before its colours are looked at. */
export interface Sides {
  readonly width: number;
  readonly height: number;
}

/** Large enough for most defects, small enough for networks of a tab. */
const USUAL_SIZE = 64;
/** Images up to this are seen as they are. */
const TINY = 40;
/** Longest by shortest side of images that lose little when pressed into a square. */
const NEARLY_SQUARE = 1.5;

/** How images are seen at first: tiny ones as they are, others at 64 a side; those of one outline are pressed into the square. */
export function guessImagesKind(sides: readonly Sides[], isGrey: boolean, learnFrom: LearnFrom): ImagesKind {
  const longest = sides.map(({ width, height }) => Math.max(width, height)).sort((a, b) => a - b);
  const usual = longest[longest.length >> 1] ?? USUAL_SIZE;
  const size = usual <= TINY ? usual : USUAL_SIZE;
  return {
    kind: "images",
    size: Math.min(LARGEST_SIZE, Math.max(SMALLEST_SIZE, size)),
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
  return most <= 1.02 * least || (most <= NEARLY_SQUARE && least >= 1 / NEARLY_SQUARE);
}
