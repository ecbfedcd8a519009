import { heatPixels, type HeatScale } from "../../core/images/heat-colour";
import { requireKind } from "../../core/kinds/kinds";
import type { Thing } from "../calls/findings";
import type { CallTools } from "../calls/host";
import type { Picture } from "../calls/reports";
import { preparing } from "../preparing";
import type { StoredRun } from "../stored-run";
import { bitmapOf } from "./draw";
import { heatOf, levelsOf, type ImageInputOf } from "./heat";
import { imageSetOf } from "./image-inputs";
import { laidOver } from "./overlaid";

/** All images of a report together take so many bytes at most, a single one so many. */
const MOST_BYTES = 700_000;
const MOST_BYTES_OF_ONE = 30_000;
/** Sides that are tried, the largest first, until an image is small enough. */
const SIDES_PX = [176, 128, 96, 64];
const QUALITY = 0.8;

/** Small images, each beside itself with its heat map over it where the detector tells where it is strange. */
export async function imagePictures(
  run: StoredRun,
  things: readonly Thing[],
  inputOf: ImageInputOf,
  tools: CallTools,
): Promise<(Picture | null)[]> {
  if (things.length === 0) return [];
  const checkpoint = preparing(tools);
  const most = Math.min(MOST_BYTES_OF_ONE, MOST_BYTES / things.length);
  const lowest = things.reduce((least, { row }) => Math.min(least, run.result.scores[row] ?? least), Infinity);
  const scale = await levelsOf(run, lowest, inputOf, tools);
  const pictures: (Picture | null)[] = [];
  for (const { row } of things) {
    const blob = await smallImage(run, row, scale, most, inputOf, tools);
    pictures.push(blob && { is: "image", mediaType: blob.type, bytes: new Uint8Array(await blob.arrayBuffer()) });
    await checkpoint(pictures.length / things.length);
  }
  return pictures;
}

async function smallImage(
  run: StoredRun,
  row: number,
  scale: HeatScale | null,
  most: number,
  inputOf: ImageInputOf,
  tools: CallTools,
): Promise<Blob | null> {
  const set = imageSetOf(run.table);
  const { fit } = requireKind(run.request.recipe.rowKind, "images");
  const heat = scale && (await heatOf(run, [row], inputOf, tools));
  const [map] = heat?.maps ?? [];
  for (const side of SIDES_PX) {
    const image = await bitmapOf(set, row, side);
    const { width, height } = image;
    const both = scale && heat && map;
    const canvas = new OffscreenCanvas(both ? 2 * width + 2 : width, height);
    const context = canvas.getContext("2d");
    context?.drawImage(image, 0, 0);
    if (both) {
      context?.drawImage(image, width + 2, 0);
      const pixels = heatPixels(map, scale, "clear");
      if (context) laidOver(context, pixels, heat.side, { left: width + 2, width, height }, fit);
    }
    image.close();
    const blob = await canvas.convertToBlob({ type: "image/jpeg", quality: QUALITY });
    if (blob.size <= most) return blob;
  }
  return null;
}
