import type { Handlers } from "../calls/host";
import type { ModelCalls } from "../calls/models";
import { modelOf } from "../models";
import type { Parts } from "../parts";
import { preparing } from "../preparing";
import { packed } from "../../io/keep/pack";
import { checkModel } from "./check-model";
import { keptModelOf } from "./keep-model";
import { scoredFile } from "./score-file";

/** How calls about kept models are done. */
export function modelCalls(parts: Parts): Handlers<ModelCalls> {
  const { models, runs, kinds, inTurn } = parts;
  return {
    models: () => models.list(),
    keepModel: async (request, tools) => models.add(await keptModelOf(request, runs, kinds, preparing(tools))),
    renameModel: async ({ id, name }) => models.add({ ...(await models.get(id)), name }),
    async removeModel({ id }) {
      await models.remove(id);
      return null;
    },
    async modelFile({ id }) {
      const { pieces } = packed(await models.get(id));
      return new Blob(pieces.map((piece) => Uint8Array.from(piece)));
    },
    takeModel: async ({ file }) => models.add(modelOf(await file.arrayBuffer())),
    scoreFile: ({ model, source }, tools) =>
      inTurn(async () => scoredFile(await models.get(model), source, parts, tools)),
    checkModel: async ({ model, run }) => checkModel(await models.get(model), runs.get(run)),
  };
}
