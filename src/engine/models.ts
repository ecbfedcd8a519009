import { Failure } from "../core/data/failure";
import type { LearnRule } from "../core/learn/learn-rule";
import {
  type KeptModel,
  type ModelBasis,
  type ModelCard,
  type ModelMember,
  preferenceKey,
} from "../core/models/kept-model";
import { modelCardOf } from "../core/models/model-card";
import { modelIn } from "../core/models/model-in";
import type { FittedRecipe } from "../core/prepare/fitted-recipe";
import type { PreparePreference, Recipe } from "../core/prepare/recipe";
import type { SeriesBasis } from "../core/series/series-basis";
import { detectorById } from "../detectors/registry";
import type { KeptFiles } from "../io/keep/kept-files";
import { packed } from "../io/keep/pack";
import { unpacked } from "../io/keep/unpack";
import type { RunRequest } from "./protocol";

const FOLDER = "models/";

/** Models that were kept, on this machine and in memory. */
export function createModels(files: () => Promise<KeptFiles>) {
  const loaded = new Map<string, KeptModel>();

  async function read(id: string): Promise<KeptModel | null> {
    const blob = await (await files()).read(FOLDER + id);
    return blob && modelOf(await blob.arrayBuffer());
  }

  return {
    /** Rejects with "no-model" where it was deleted. */
    async get(id: string): Promise<KeptModel> {
      const model = loaded.get(id) ?? (await read(id));
      if (!model) throw new Failure({ code: "no-model" });
      loaded.set(id, model);
      return model;
    },
    /** All that can be read, the newest first. */
    async list(): Promise<ModelCard[]> {
      const entries = (await (await files()).list()).filter(({ path }) => path.startsWith(FOLDER));
      const cards: ModelCard[] = [];
      for (const { path, bytes } of entries) {
        const model = await this.get(path.slice(FOLDER.length)).catch(() => null);
        if (model) cards.push(modelCardOf(model, bytes));
      }
      return cards.sort((a, b) => b.madeAt - a.madeAt);
    },
    async add(model: KeptModel): Promise<ModelCard> {
      const { pieces } = packed(model);
      const bytes = await (await files()).write(FOLDER + model.id, pieces);
      loaded.set(model.id, model);
      return modelCardOf(model, bytes);
    },
    /** Takes a model for as long as something is scored by it. */
    hold(model: KeptModel): void {
      loaded.set(model.id, model);
    },
    letGo(id: string): void {
      loaded.delete(id);
    },
    async remove(id: string): Promise<void> {
      loaded.delete(id);
      await (await files()).remove(FOLDER + id);
    },
  };
}

export type Models = ReturnType<typeof createModels>;

/** A model out of the bytes of its file. Throws `Failure` "bad-model", "newer-model". */
export function modelOf(bytes: ArrayBuffer): KeptModel {
  let found: unknown;
  try {
    found = unpacked(bytes);
  } catch (error) {
    throw new Failure({ code: "bad-model", detail: String(error) });
  }
  return modelIn(found, (id, version) => detectorById(id)?.version === version);
}

/** The kept model that a recipe speaks of; null where detectors learn from the table. */
export async function modelFor(models: Models, { learn }: Recipe): Promise<KeptModel | null> {
  return learn?.kind === "model" ? models.get(learn.model) : null;
}

/** The member that a run asks for. Throws `Failure` "not-in-model" where nothing was learned of it. */
export function memberFor(
  { members }: KeptModel,
  { detector, params }: Pick<RunRequest, "detector" | "params">,
): ModelMember {
  const asked = inOrder(params);
  const member = members.find((one) => one.detector === detector && inOrder(one.params) === asked);
  if (member) return member;
  throw new Failure({ code: "not-in-model", values: { detector } });
}

function inOrder(params: RunRequest["params"]): string {
  return JSON.stringify(Object.entries(params).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The recipe as it was fitted for detectors of this preference, with columns by their names here. */
export function fittedIn(
  { basis }: KeptModel,
  preference: PreparePreference,
  rule: LearnRule | undefined,
): FittedRecipe {
  const found = basis.recipes.find((one) => one.preference === preferenceKey(preference));
  if (!found) throw new Failure({ code: "no-model" });
  const nameOf = namesHere(rule);
  return { ...found.fitted, sources: found.fitted.sources.map((one) => ({ ...one, name: nameOf(one.name) })) };
}

/** What was learned of series, with channels by their names here. */
export function seriesIn({ series }: ModelBasis, rule: LearnRule | undefined): SeriesBasis | null {
  return series && { ...series, channels: series.channels.map(namesHere(rule)) };
}

/** What a column that a model knows is called here. */
export function namesHere(rule: LearnRule | undefined): (name: string) => string {
  const names = rule?.kind === "model" ? rule.names : undefined;
  return (name) => (names && Object.hasOwn(names, name) ? names[name]! : name);
}
