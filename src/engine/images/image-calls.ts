import { requireKind } from "../../core/kinds/kinds";
import type { CallTools, Handlers } from "../calls/host";
import type { ImageCalls } from "../calls/images";
import type { Parts } from "../parts";
import { createCheckpoint } from "../yield-to-events";
import { bitmapOf, bitmapsOf, drawSeenImage } from "./draw";
import { evaluateMaps } from "./evaluate-maps";
import { exportImages } from "./export-images";
import { heatOf, levelsOf } from "./heat";
import { detailOfImage } from "./image-detail";
import { imageSetOf } from "./image-inputs";

/** How calls about images are done. */
export function imageCalls({ tables, networks, runs, kinds: { images } }: Parts): Handlers<ImageCalls> {
  const setOf = (dataset: string) => imageSetOf(tables.get(dataset));
  const scoring = (tools: CallTools) => createCheckpoint(tools, () => "score");
  return {
    thumbnails: async ({ dataset, rows, size }) => bitmapsOf(setOf(dataset), rows, size),
    image: async ({ dataset, row, size }) => bitmapOf(setOf(dataset), row, size),
    async seen({ dataset, recipe, rows }) {
      const rowKind = requireKind(recipe.rowKind, "images");
      const set = setOf(dataset);
      return Promise.all(Array.from(rows, (row) => drawSeenImage(set, rowKind, row)));
    },
    async imageDetail({ run, row, threshold }, tools) {
      return detailOfImage(runs.get(run), row, threshold, images, images.inputFor(tools), scoring(tools), tools);
    },
    async heatMaps({ run: key, rows, threshold }, tools) {
      const run = runs.get(key);
      requireKind(run.request.recipe.rowKind, "images");
      const scale = await levelsOf(run, threshold, images.inputFor(tools), tools);
      const heat = scale && (await heatOf(run, rows, images.inputFor(tools), tools));
      if (!heat) return null;
      const cells = heat.side * heat.side;
      const values = new Float32Array(rows.length * cells);
      heat.maps.forEach((map, at) => values.set(map, at * cells));
      return { side: heat.side, values, scale };
    },
    evaluateMaps: async ({ run, strange }, tools) =>
      evaluateMaps(runs.get(run), strange ?? null, images.inputFor(tools), scoring(tools), tools),
    supplyNetwork: ({ files }) => networks.supply(files),
    exportImages: async (request, tools) => exportImages(runs.get(request.run), request, images.inputFor(tools), tools),
  };
}
