import type { GeoTIFFImage } from "geotiff";
import type { Note } from "../../../core/data/note";
import {
  FIRST_ON_ITS_SIDE,
  type RawImage,
  rawAsPixels,
  turned,
  type ValueWindow,
} from "../../../core/images/raw-image";
import type { Pixels } from "../../../core/images/square";
import { windowOf } from "../../../core/images/value-window";
import { openTiff } from "./open-tiff";
import { valuesOf } from "./tiff-values";

/** How values are held that have to be looked at through a window. */
export interface Depth {
  readonly kind: "whole" | "float";
  readonly bits: number;
}

/** What the header of a TIFF tells. */
export interface TiffHeader {
  /** As it is looked at. */
  readonly width: number;
  readonly height: number;
  /** Null: levels of eight bits or fewer, which are looked at as they are. */
  readonly depth: Depth | null;
  readonly pages: number;
}

const FLOATS = 3;
const UNSIGNED = 1;
/** Palette, CMYK, YCbCr, CIE Lab. */
const COLOURS_TO_CONVERT: ReadonlySet<unknown> = new Set([3, 5, 6, 8]);
const MAX_BITS_AS_THEY_ARE = 8;

/** The sides of a TIFF and how deep it is, by its directories alone; or why it is not read. Rejects where it is damaged. */
export async function tiffHeader(blob: Blob): Promise<TiffHeader | { readonly why: Note }> {
  const opened = await openTiff(blob);
  if ("why" in opened) return opened;
  const { image, pages } = opened;
  const [width, height] = [image.getWidth(), image.getHeight()];
  const sides =
    (await orientationOf(image)) >= FIRST_ON_ITS_SIDE ? { width: height, height: width } : { width, height };
  return { ...sides, depth: depthOf(image), pages };
}

/** The pixels of the first image of a TIFF. Without a window, values that need one are seen from their lowest to their highest. */
export async function tiffPixels(blob: Blob, window?: ValueWindow): Promise<Pixels> {
  const image = await imageOf(blob);
  const raw = await rawOf(image, blob.size);
  const seen = depthOf(image) === null ? levelsOf(image) : (window ?? windowOf(Float64Array.from(raw.values)));
  return turned(rawAsPixels(raw, seen), await orientationOf(image));
}

/** Some of the values of a TIFF, taken evenly from all of it, without those that mean none. */
export async function tiffValues(blob: Blob, most: number): Promise<Float64Array> {
  const image = await imageOf(blob);
  const { values, perPixel, isColour } = await rawOf(image, blob.size);
  const nothing = image.getGDALNoData();
  const parts = isColour ? 3 : 1;
  const pixels = values.length / perPixel;
  const step = Math.max(1, Math.floor((pixels * parts) / most));
  const taken: number[] = [];
  for (let at = 0; at < pixels * parts; at += step) {
    const value = values[Math.floor(at / parts) * perPixel + (at % parts)] ?? NaN;
    if (Number.isFinite(value) && value !== nothing) taken.push(value);
  }
  return Float64Array.from(taken);
}

async function imageOf(blob: Blob): Promise<GeoTIFFImage> {
  const opened = await openTiff(blob);
  if ("why" in opened) throw new Error(opened.why.code);
  return opened.image;
}

async function orientationOf({ fileDirectory }: GeoTIFFImage): Promise<number> {
  return (await fileDirectory.loadValue("Orientation")) ?? 1;
}

function depthOf(image: GeoTIFFImage): Depth | null {
  const [format, bits] = [image.getSampleFormat(0), image.getBitsPerSample(0)];
  if (format === FLOATS) return { kind: "float", bits };
  return format === UNSIGNED && bits <= MAX_BITS_AS_THEY_ARE ? null : { kind: "whole", bits };
}

/** Black and white of values that are levels. */
function levelsOf(image: GeoTIFFImage): ValueWindow {
  const isConverted = COLOURS_TO_CONVERT.has(image.fileDirectory.getValue("PhotometricInterpretation"));
  return { low: 0, high: isConverted ? 255 : 2 ** image.getBitsPerSample(0) - 1 };
}

async function rawOf(image: GeoTIFFImage, bytes: number): Promise<RawImage> {
  await requireWhole(image, bytes);
  const tags = image.fileDirectory;
  const colours = tags.getValue("PhotometricInterpretation") ?? 1;
  const [width, height] = [image.getWidth(), image.getHeight()];
  if (COLOURS_TO_CONVERT.has(colours)) {
    const values = await image.readRGB({ interleave: true });
    return { width, height, values, perPixel: 3, isColour: true, isInverted: false, cover: null };
  }
  const values = await valuesOf(image);
  const perPixel = image.getSamplesPerPixel();
  const isColour = colours === 2 && perPixel >= 3;
  return {
    width,
    height,
    values,
    perPixel,
    isColour,
    isInverted: colours === 0,
    cover: coverOf(image, isColour ? 3 : 1),
  };
}

/** How much a pixel covers, where the first value behind its colours says so. */
function coverOf(image: GeoTIFFImage, at: number): RawImage["cover"] {
  const extra: ArrayLike<number> = image.fileDirectory.getValue("ExtraSamples") ?? [];
  if (image.getSamplesPerPixel() <= at || (extra[0] !== 1 && extra[0] !== 2)) return null;
  const full = image.getSampleFormat(at) === FLOATS ? 1 : 2 ** image.getBitsPerSample(at) - 1;
  return { at, full, isDimmed: extra[0] === 1 };
}

/** A file that is cut off would be read as if what is missing were black. */
async function requireWhole({ fileDirectory: tags, isTiled }: GeoTIFFImage, bytes: number): Promise<void> {
  const starts: ArrayLike<number> = (await tags.loadValue(isTiled ? "TileOffsets" : "StripOffsets")) ?? [];
  const lengths: ArrayLike<number> = (await tags.loadValue(isTiled ? "TileByteCounts" : "StripByteCounts")) ?? [];
  for (let at = 0; at < starts.length; at++)
    if ((starts[at] ?? 0) + (lengths[at] ?? 0) > bytes) throw new Error("the file is cut off");
}
