import type { DatasetCard, Engine, Job } from "../../src/engine/protocol";
import { cellsOf, type OpenTable } from "./table";

const LEARNED = "train/good";

/**
 * Opens a folder of images as the product would, to be learned from train/good alone and evaluated by test/good and
 * test/bad. No folder of that name is an error.
 */
export function openImages(engine: Engine, files: readonly File[]): Job<OpenTable> {
  // A browser puts the name of the folder itself before all paths in it.
  const below = (file: File) => file.webkitRelativePath.slice(file.webkitRelativePath.indexOf("/") + 1);
  const name = files[0]?.webkitRelativePath.split("/")[0] ?? "";
  const opening = engine.start(
    "open",
    {
      source: { name, files: files.map((file) => ({ path: below(file), blob: file })) },
      plan: { format: "images", settings: {}, kinds: {}, sample: null },
    },
    () => undefined,
  );
  return { result: opening.result.then((card) => evaluatedBy(engine, card)), cancel: () => opening.cancel() };
}

async function evaluatedBy(engine: Engine, card: DatasetCard): Promise<OpenTable> {
  const { recipe } = card;
  if (recipe.rowKind.kind !== "images") throw new Error(`taken for ${recipe.rowKind.kind}`);
  const column = card.columns.findIndex(({ name }) => name === "folder");
  const folders = (await cellsOf(engine, card, column)).map(String);
  if (!folders.includes(LEARNED)) throw new Error(`no folder ${LEARNED}`);
  const rowKind = { ...recipe.rowKind, learnFrom: { kind: "folders" as const, folders: [LEARNED] } };
  return {
    card: { ...card, recipe: { ...recipe, rowKind } },
    kind: "images",
    labels: Uint8Array.from(folders, (folder) => Number(folder.startsWith("test/bad"))),
    evaluated: Uint32Array.from(folders.keys()).filter((row) => folders[row]?.startsWith("test/")),
    slope: null,
  };
}
