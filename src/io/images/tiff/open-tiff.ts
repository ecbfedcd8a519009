import type { GeoTIFF, GeoTIFFImage } from "geotiff";
import type { Note } from "../../../core/data/note";
import { because } from "../skipped";

/** Ways of packing that are undone: none, LZW, JPEG, Deflate (old and new), PackBits, LERC, Zstandard, WebP. */
const PACKINGS_READ: ReadonlySet<unknown> = new Set([undefined, 1, 5, 7, 8, 32_946, 32_773, 34_887, 50_000, 50_001]);
const PACKING_NAMES: ReadonlyMap<unknown, string> = new Map([
  [2, "CCITT"],
  [3, "CCITT G3"],
  [4, "CCITT G4"],
  [6, "JPEG (1992)"],
  [34_661, "JBIG"],
  [34_712, "JPEG 2000"],
  [33_003, "JPEG 2000"],
  [33_005, "JPEG 2000"],
  [34_892, "JPEG"],
  [34_925, "LZMA"],
  [50_002, "JPEG XL"],
]);
/** White is zero, black is zero, RGB, palette, CMYK, YCbCr, CIE Lab. */
const COLOURS_READ: ReadonlySet<unknown> = new Set([0, 1, 2, 3, 5, 6, 8]);
/** What sensors saw behind a grid of colours, and what was made of it before anything else. */
const COLOURS_OF_SENSORS: ReadonlySet<unknown> = new Set([32_803, 34_892]);
const DNG_VERSION = 50_706;
const BITS_PER_SAMPLE = 258;
const MAX_PAGES_COUNTED = 10_000;

/** The image of a TIFF that is looked at, and how many there are in the file. */
export interface OpenTiff {
  readonly image: GeoTIFFImage;
  readonly pages: number;
}

/** Opens a TIFF by its directories alone; or why it is not read. Rejects where it is damaged. */
export async function openTiff(blob: Blob): Promise<OpenTiff | { readonly why: Note }> {
  const { GeoTIFF } = await import("geotiff");
  const tiff = await GeoTIFF.fromSource(sourceOf(blob));
  const first = await tiff.getImage(0);
  const { fileDirectory: tags } = first;
  const [packing, colours] = [tags.getValue("Compression"), tags.getValue("PhotometricInterpretation") ?? 1];
  const isSmallCopy = isReduced(first) && tags.hasTag("SubIFDs");
  if (tags.hasTag(DNG_VERSION) || COLOURS_OF_SENSORS.has(colours) || isSmallCopy) return { why: because("camera-raw") };
  const own = await firstWhole(tiff, first);
  const ownTags = own.image.fileDirectory;
  // A file need not say so; the library wants to be told.
  if (!ownTags.hasTag("BitsPerSample")) ownTags.actualizedFields.set(BITS_PER_SAMPLE, [1]);
  if (!PACKINGS_READ.has(packing))
    return { why: because("tiff-packed", { packing: PACKING_NAMES.get(packing) ?? String(packing) }) };
  if (!COLOURS_READ.has(colours)) return { why: because("tiff-colours", { colours: String(colours) }) };
  return own;
}

/** Where pieces of the file are read from, as the library wants it. Its own way knows browsers only. */
function sourceOf(blob: Blob): Parameters<typeof GeoTIFF.fromSource>[0] {
  const fetchSlice = async ({ offset, length }: { readonly offset: number; readonly length: number }) => ({
    offset,
    length,
    data: await blob.slice(offset, offset + length).arrayBuffer(),
  });
  return {
    fileSize: blob.size,
    fetchSlice,
    fetch: (slices) => Promise.all(slices.map(async (slice) => (await fetchSlice(slice)).data)),
    close: () => Promise.resolve(),
  };
}

/** The first image that is no small copy of another one, and how many of these there are. */
async function firstWhole(tiff: GeoTIFF, first: GeoTIFFImage): Promise<OpenTiff> {
  const count = Math.min(MAX_PAGES_COUNTED, await tiff.getImageCount());
  let image: GeoTIFFImage | null = isReduced(first) ? null : first;
  let pages = image ? 1 : 0;
  for (let at = 1; at < count; at++) {
    const next = await tiff.getImage(at);
    if (isReduced(next)) continue;
    image ??= next;
    pages++;
  }
  return { image: image ?? first, pages: Math.max(1, pages) };
}

/** Whether an image is a small copy of another one, or a mask of it. */
function isReduced({ fileDirectory }: GeoTIFFImage): boolean {
  const kind = fileDirectory.getValue("NewSubfileType") ?? 0;
  return (kind & 0b101) !== 0;
}
