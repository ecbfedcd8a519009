import { createCheckpoint } from "../yield-to-events";
import type { CallTools, Host } from "../calls";
import type { InputOf, Inputs } from "../inputs";
import type { ImageCalls } from "../image-protocol";
import type { StoredRun } from "../runs/stored-run";
import type { Tables } from "../tables";
import { bitmapOf, bitmapsOf, seenOf } from "./draw";
import { exportImages } from "./export-images";
import { heatOf, levelsOf } from "./heat";
import { evaluateMaps } from "./evaluate-maps";
import type { Networks } from "./networks";
import { openImages } from "./open-images";
import { detailOfImage } from "./image-detail";
import { imagesShapeOf, imageSetOf } from "./image-inputs";

interface Parts {
  readonly tables: Tables;
  readonly inputs: Inputs;
  readonly networks: Networks;
  runOf(key: string): StoredRun;
  inputFor(tools: CallTools): InputOf;
}

const quiet = (tools: CallTools) => ({ ...tools, progress: () => undefined });

/** What is answered about images. */
export function createImageCalls({
  tables,
  inputs,
  networks,
  runOf,
  inputFor,
}: Parts): Pick<Host, keyof ImageCalls | "openImages" | "exportImages"> {
  const setOf = (dataset: string) => imageSetOf(tables.get(dataset));
  const checkpointOf = (tools: CallTools) => createCheckpoint(quiet(tools), () => "score");
  return {
    async openImages([source], tools) {
      const { table, card } = await openImages(source, tools);
      tables.keep(table);
      return card;
    },
    thumbnails: async ([{ dataset, rows, size }]) => bitmapsOf(setOf(dataset), rows, size),
    image: async ([dataset, row, size]) => bitmapOf(setOf(dataset), row, size),
    async seen([{ dataset, recipe, rows }]) {
      const shape = imagesShapeOf(recipe);
      const set = setOf(dataset);
      return Promise.all(Array.from(rows, (row) => seenOf(set, shape, row)));
    },
    async imageDetail([key, row, threshold], tools) {
      return detailOfImage(runOf(key), row, threshold, inputs, inputFor(tools), checkpointOf(tools), quiet(tools));
    },
    async heatMaps([key, rows, threshold], tools) {
      const run = runOf(key);
      imagesShapeOf(run.request.recipe);
      const scale = await levelsOf(run, threshold, inputFor(tools), quiet(tools));
      const heat = scale && (await heatOf(run, rows, inputFor(tools), quiet(tools)));
      if (!heat) return null;
      const cells = heat.side * heat.side;
      const values = new Float32Array(rows.length * cells);
      heat.maps.forEach((map, at) => values.set(map, at * cells));
      return { side: heat.side, values, scale };
    },
    evaluateMaps: async ([key], tools) => evaluateMaps(runOf(key), inputFor(tools), checkpointOf(tools), quiet(tools)),
    supplyNetwork: ([files]) => networks.supply(files),
    exportImages: async ([request], tools) => exportImages(runOf(request.run), request, inputFor(tools), tools),
  };
}
