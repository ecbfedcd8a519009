import { requireKind } from "../../core/kinds/kinds";
import { heatPixels, type HeatScale } from "../../core/images/heat-colour";
import { countAtOrAbove } from "../../core/score/threshold";
import { zipWriter } from "../../io/images/write-archive";
import { createCheckpoint } from "../yield-to-events";
import type { CallTools } from "../calls/host";
import type { ImagesExport } from "../protocol";
import type { StoredRun } from "../stored-run";
import { bitmapOf } from "./draw";
import { heatOf, levelsOf, type ImageInputOf } from "./heat";
import { imageSetOf } from "./image-inputs";
import { laidOver } from "./overlaid";

/** The side of an image with its map over it, at most. */
const MAX_SIDE_PX = 512;

/** The files of the images as they are, a PNG with the heat map over each where asked for, and the table of scores. */
export async function exportImages(
  run: StoredRun,
  { threshold, rows: which, maps, table }: ImagesExport,
  inputOf: ImageInputOf,
  tools: CallTools,
): Promise<Blob> {
  const checkpoint = createCheckpoint(tools, () => "write");
  const set = imageSetOf(run.table);
  const { order, sorted } = run.result;
  const flagged = countAtOrAbove(sorted, threshold);
  const rowsBy = {
    flagged: () => order.subarray(0, flagged),
    unflagged: () => order.subarray(flagged),
    all: () => order,
  };
  const rows = typeof which === "string" ? rowsBy[which]() : which;
  const scale = maps ? await levelsOf(run, threshold, inputOf, tools) : null;
  const archive = await zipWriter();
  await archive.add("scores.csv", table);
  for (const [at, row] of rows.entries()) {
    const { path, blob } = set.files[row]!; // an image per row
    await archive.add(`images/${path}`, blob);
    const heat = scale && (await heatOf(run, [row], inputOf, tools));
    const [map] = heat?.maps ?? [];
    if (heat && map) {
      const drawn = await overlaid(
        await bitmapOf(set, row, MAX_SIDE_PX),
        map,
        heat.side,
        scale,
        requireKind(run.request.recipe.rowKind, "images").fit,
      );
      await archive.add(`maps/${path}.png`, drawn);
    }
    await checkpoint((at + 1) / rows.length, { rows: at + 1 });
  }
  return archive.finish();
}

async function overlaid(
  image: ImageBitmap,
  map: Float32Array,
  side: number,
  scale: HeatScale,
  fit: "stretch" | "crop" | "pad",
): Promise<Blob> {
  const { width, height } = image;
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d");
  context?.drawImage(image, 0, 0);
  image.close();
  if (context) laidOver(context, heatPixels(map, scale, "clear"), side, { left: 0, width, height }, fit);
  return canvas.convertToBlob({ type: "image/png" });
}
