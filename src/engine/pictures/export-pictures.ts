import { heatPixels, type HeatScale } from "../../core/images/heat-colour";
import { countAtOrAbove } from "../../core/score/threshold";
import { zipWriter } from "../../io/pictures/write-archive";
import { createCheckpoint } from "../breathe";
import type { CallTools } from "../calls";
import type { InputOf } from "../inputs";
import type { PicturesExport } from "../picture-protocol";
import type { StoredRun } from "../runs/stored-run";
import { bitmapOf } from "./draw";
import { heatOf, levelsOf } from "./heat";
import { imagesShapeOf, picturesOf } from "./picture-inputs";

/** The side of a picture with its map over it, at most. */
const SIDE = 512;

/** The files of the pictures as they are, a PNG with the heat map over each where asked for, and the table of scores. */
export async function exportPictures(
  run: StoredRun,
  { cut, rows: which, maps, table }: PicturesExport,
  inputOf: InputOf,
  tools: CallTools,
): Promise<Blob> {
  const checkpoint = createCheckpoint(tools, () => "write");
  const set = picturesOf(run.table);
  const { order, sorted } = run.result;
  const rows = which === "flagged" ? order.subarray(0, countAtOrAbove(sorted, cut)) : order;
  const scale = maps ? await levelsOf(run, cut, inputOf, tools) : null;
  const archive = await zipWriter();
  await archive.add("scores.csv", table);
  for (const [at, row] of rows.entries()) {
    const { path, blob } = set.files[row]!; // a picture per row
    await archive.add(`pictures/${path}`, blob);
    const heat = scale && (await heatOf(run, [row], inputOf, tools));
    const [map] = heat?.maps ?? [];
    if (heat && map) {
      const drawn = await overlaid(
        await bitmapOf(set, row, SIDE),
        map,
        heat.side,
        scale,
        imagesShapeOf(run.request.recipe).fit,
      );
      await archive.add(`maps/${path}.png`, drawn);
    }
    await checkpoint((at + 1) / rows.length, { rows: at + 1 });
  }
  return archive.finish();
}

async function overlaid(
  picture: ImageBitmap,
  map: Float32Array,
  side: number,
  scale: HeatScale,
  fit: "stretch" | "crop" | "pad",
): Promise<Blob> {
  const { width, height } = picture;
  const heat = new OffscreenCanvas(side, side);
  heat.getContext("2d")?.putImageData(new ImageData(heatPixels(map, scale, "clear"), side, side), 0, 0);
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d");
  context?.drawImage(picture, 0, 0);
  picture.close();
  // Where the square of the detectors lies on the picture.
  const square = fit === "crop" ? Math.min(width, height) : Math.max(width, height);
  const [across, down] = fit === "stretch" ? [width, height] : [square, square];
  context?.drawImage(heat, (width - across) / 2, (height - down) / 2, across, down);
  return canvas.convertToBlob({ type: "image/png" });
}
