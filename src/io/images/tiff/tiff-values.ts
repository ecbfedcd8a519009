import type { GeoTIFFImage, TypedArray } from "geotiff";

const PREDICTOR = 317;
const NO_PREDICTOR = 1;
const DIFFERENCES = 2;
const BITS_OF_A_BYTE = 8;

/**
 * The values of an image, pixel by pixel. Where values of several bytes stand with the high byte first and as differences
 * to their left neighbours, the library adds them up in the order of this machine, which is wrong; so that is done here.
 */
export async function valuesOf(image: GeoTIFFImage): Promise<TypedArray> {
  const tags = image.fileDirectory;
  const isDifferences = (await tags.loadValue("Predictor")) === DIFFERENCES;
  const isOwn = isDifferences && !image.littleEndian && image.getBitsPerSample(0) > BITS_OF_A_BYTE;
  if (isOwn) tags.actualizedFields.set(PREDICTOR, NO_PREDICTOR);
  const values = await image.readRasters({ interleave: true });
  if (isOwn) addUp(values, image.getWidth(), image.getSamplesPerPixel(), image.getTileWidth());
  return values;
}

/** Differences to the left become values, in each row of each tile; typed arrays wrap around as the writer did. */
function addUp(values: TypedArray, width: number, perPixel: number, tile: number): void {
  const across = width * perPixel;
  for (let row = 0; row < values.length; row += across)
    for (let x = 1; x < width; x++) {
      if (x % tile === 0) continue;
      for (let part = 0; part < perPixel; part++) {
        const at = row + x * perPixel + part;
        values[at] = values[at]! + values[at - perPixel]!; // within the row
      }
    }
}
