import { createCheckpoint } from "../breathe";
import type { CallTools, Host } from "../calls";
import type { InputOf, Inputs } from "../inputs";
import type { PictureCalls } from "../picture-protocol";
import type { StoredRun } from "../runs/stored-run";
import type { Tables } from "../tables";
import { bitmapOf, bitmapsOf, seenOf } from "./draw";
import { exportPictures } from "./export-pictures";
import { heatOf, levelsOf } from "./heat";
import { judgeMaps } from "./judge-maps";
import type { Networks } from "./networks";
import { openPictures } from "./open-pictures";
import { detailOfPicture } from "./picture-detail";
import { imagesShapeOf, picturesOf } from "./picture-inputs";

interface Parts {
  readonly tables: Tables;
  readonly inputs: Inputs;
  readonly networks: Networks;
  runOf(key: string): StoredRun;
  inputFor(tools: CallTools): InputOf;
}

const quiet = (tools: CallTools) => ({ ...tools, progress: () => undefined });

/** What is answered about pictures. */
export function createPictureCalls({
  tables,
  inputs,
  networks,
  runOf,
  inputFor,
}: Parts): Pick<Host, keyof PictureCalls | "openPictures" | "exportPictures"> {
  const setOf = (dataset: string) => picturesOf(tables.get(dataset));
  const checkpointOf = (tools: CallTools) => createCheckpoint(quiet(tools), () => "score");
  return {
    async openPictures([source], tools) {
      const { table, card } = await openPictures(source, tools);
      tables.keep(table);
      return card;
    },
    thumbnails: async ([{ dataset, rows, size }]) => bitmapsOf(setOf(dataset), rows, size),
    picture: async ([dataset, row, size]) => bitmapOf(setOf(dataset), row, size),
    async seen([{ dataset, recipe, rows }]) {
      const shape = imagesShapeOf(recipe);
      const set = setOf(dataset);
      return Promise.all(Array.from(rows, (row) => seenOf(set, shape, row)));
    },
    async pictureDetail([key, row, cut], tools) {
      return detailOfPicture(runOf(key), row, cut, inputs, inputFor(tools), checkpointOf(tools), quiet(tools));
    },
    async heatMaps([key, rows, cut], tools) {
      const run = runOf(key);
      imagesShapeOf(run.request.recipe);
      const scale = await levelsOf(run, cut, inputFor(tools), quiet(tools));
      const heat = scale && (await heatOf(run, rows, inputFor(tools), quiet(tools)));
      if (!heat) return null;
      const cells = heat.side * heat.side;
      const values = new Float32Array(rows.length * cells);
      heat.maps.forEach((map, at) => values.set(map, at * cells));
      return { side: heat.side, values, scale };
    },
    judgeMaps: async ([key], tools) => judgeMaps(runOf(key), inputFor(tools), checkpointOf(tools), quiet(tools)),
    supplyNetwork: ([files]) => networks.supply(files),
    exportPictures: async ([request], tools) => exportPictures(runOf(request.run), request, inputFor(tools), tools),
  };
}
