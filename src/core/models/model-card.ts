import type { KeptModel, ModelCard } from "./kept-model";

/** What is listed of a model of so many bytes. */
export function modelCardOf(model: KeptModel, bytes: number): ModelCard {
  const { id, name, madeAt, noun, seed, learnedFrom, columns, settings, rule, threshold, members } = model;
  const outlines = members.map(({ model: _, reference: __, ...outline }) => outline);
  return { id, name, madeAt, noun, seed, learnedFrom, columns, settings, rule, threshold, members: outlines, bytes };
}
