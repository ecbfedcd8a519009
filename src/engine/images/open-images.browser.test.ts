import { expect, it } from "vitest";
import { imagesPlan } from "../../testing/open-table";
import { createInlineEngine } from "../inline";
import { drawnImage, zipOf } from "../../testing/image-bytes";

const quiet = () => undefined;
const grey = await drawnImage(30, 30, (x) => `rgb(${8 * x} ${8 * x} ${8 * x})`);
const red = await drawnImage(30, 30, () => "red");

it("opens a zip as a table of one row per image", async () => {
  const engine = createInlineEngine();
  const archive = await zipOf([
    { path: "parts/train/good/1.png", blob: grey },
    { path: "parts/test/bad/1.png", blob: red },
    { path: "parts/test/good/1.png", blob: grey },
    { path: "parts/masks/1.png", blob: grey },
    { path: "parts/test/bad/2.png", blob: red.slice(0, 60) },
    { path: "parts/notes.png", blob: new Blob(["text"]) },
  ]);
  const seen: (number | undefined)[] = [];
  const source = { name: "parts.zip", files: [{ path: "parts.zip", blob: archive }] };
  const card = await engine.start("open", { source, plan: imagesPlan }, ({ rows }) => seen.push(rows)).result;
  expect(card.rowCount).toBe(3);
  expect(card.columns.map(({ name, role }) => [name, role])).toEqual([
    ["image", "ignore"],
    ["folder", "ignore"],
    ["set", "ignore"],
    ["label", "label"],
    ["width", "ignore"],
    ["height", "ignore"],
    ["bytes", "ignore"],
  ]);
  expect(card.recipe.rowKind).toMatchObject({
    size: 30,
    colour: "colour",
    fit: "stretch",
    learnFrom: { kind: "folders", folders: ["train/good"] },
  });
  if (card.read.format !== "images") throw new Error("no images");
  const { report } = card.read;
  expect(report).toMatchObject({ masks: 1, size: { width: 30, height: 30 }, budget: 1e9 });
  expect(report.skipped.first.map(({ path, why }) => [path, why.code])).toEqual([
    ["parts/notes.png", "image.no-image"],
    ["parts/test/bad/2.png", "image.damaged"],
  ]);
  expect((await engine.ask("page", { dataset: card.id, rows: Uint32Array.of(0) }))[0]?.slice(0, 4)).toEqual([
    "test/bad/1.png",
    "test/bad",
    "test",
    "bad",
  ]);
  expect(seen.length).toBeGreaterThan(0);
});

it("sees images without colour in grey, and refuses files that hold none", async () => {
  const engine = createInlineEngine();
  const open = (blob: Blob) =>
    engine.start("open", { source: { name: "x", files: [{ path: "1.png", blob }] }, plan: imagesPlan }, quiet).result;
  expect((await open(grey)).recipe.rowKind).toMatchObject({ colour: "grey", learnFrom: { kind: "all" } });
  await expect(open(new Blob(["text"]))).rejects.toMatchObject({ info: { code: "no-images", values: { files: 1 } } });
  await expect(
    engine.start("open", { source: { name: "x", files: [] }, plan: imagesPlan }, quiet).result,
  ).rejects.toMatchObject({
    info: { code: "no-images" },
  });
});

it("stops between two images when a person gives up", async () => {
  const engine = createInlineEngine();
  const files = Array.from({ length: 200 }, (_, at) => ({ path: `${at}.png`, blob: red }));
  const job = engine.start("open", { source: { name: "x", files }, plan: imagesPlan }, quiet);
  job.cancel();
  await expect(job.result).rejects.toMatchObject({ info: { code: "cancelled" } });
});
