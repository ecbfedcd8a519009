import { requireKind } from "../../core/kinds/kinds";
import { beforeAll, describe, expect, it } from "vitest";
import { imagesPlan, openTable, requestFor } from "../../testing/open-table";
import { ringImages } from "../../testing/image-world";
import { createInlineEngine } from "../inline";
import type { DatasetCard, RunResult } from "../protocol";

const quiet = () => undefined;
const BAD = [0, 1, 2, 3];
const GOOD = 4;
const engine = createInlineEngine();
let card: DatasetCard;
let pca: RunResult;
let forest: RunResult;
/** Flags the bad ones, and perhaps others. */
const thresholdOf = ({ scores }: RunResult) => Math.min(...BAD.map((row) => scores[row]!)); // rows of the table

beforeAll(async () => {
  card = await engine.start("open", { source: await ringImages(), plan: imagesPlan }, quiet).result;
  pca = await engine.start("run", requestFor(card, "picture-pca"), quiet).result;
  forest = await engine.start("run", requestFor(card, "isolation-forest"), quiet).result;
});

describe("a run on images", () => {
  it("learns from the chosen ones and scores all: those with a spot are strangest", async () => {
    expect([...pca.order.subarray(0, 4)].sort()).toEqual(BAD);
    expect(pca.scores).toHaveLength(34);
    expect(pca.notes).toEqual([]);
    const evaluated = await engine.ask("evaluate", { run: pca.key, threshold: thresholdOf(pca) });
    expect(evaluated).toMatchObject({ positive: ["bad"], positives: 4, rocAuc: 1, hits: 4 });
    // Of the test images only: those that were learned from prove nothing.
    expect(evaluated?.flagged).toBeLessThanOrEqual(10);
  });

  it("tells where: the spot is boxed, and ordinary images are calm", async () => {
    const detail = await engine.ask("imageDetail", { run: pca.key, row: 0, threshold: thresholdOf(pca) });
    expect(detail.seen.rgba).toHaveLength(4 * 32 * 32);
    expect(detail.rebuilt?.size).toBe(32);
    expect(detail.mask?.reduce((sum, one) => sum + one, 0)).toBeGreaterThan(20);
    const { strongest, scale, nearest } = detail;
    expect(strongest?.left).toBeLessThan(0.3);
    expect((strongest?.left ?? 0) + (strongest?.width ?? 0)).toBeLessThan(0.5);
    // The most similar one is one of those that were learned from.
    expect(nearest?.row).toBeGreaterThanOrEqual(10);
    const maps = await engine.ask("heatMaps", {
      run: pca.key,
      rows: Uint32Array.of(0, GOOD, 20),
      threshold: thresholdOf(pca),
    });
    expect(maps?.scale).toEqual(scale);
    const cells = (maps?.side ?? 0) ** 2;
    const above = (at: number) =>
      maps?.values.subarray(at * cells, (at + 1) * cells).filter((value) => value >= maps.scale.threshold).length;
    expect(above(0)).toBeGreaterThan(0);
    expect([above(1), above(2)]).toEqual([0, 0]);
    expect(await engine.ask("evaluateMaps", { run: pca.key })).toMatchObject({ images: 4, peakInMask: 1 });
    expect((await engine.ask("evaluateMaps", { run: pca.key }))?.pixelAuc).toBeGreaterThan(0.9);
  });

  it("says it in words", async () => {
    const [first, other] = await engine.ask("explain", { run: pca.key, rows: Uint32Array.of(0, GOOD) });
    expect(first?.contributions[0]?.note.code).toBe("image.at-upper-left");
    expect(other?.row).toBe(GOOD);
  });

  it("lets detectors of rows look at few pixels, with places in what they say", async () => {
    expect(forest.features).toHaveLength(256);
    expect(await engine.ask("evaluate", { run: forest.key, threshold: thresholdOf(forest) })).toMatchObject({
      column: 3,
      positives: 4,
    });
    const detail = await engine.ask("imageDetail", { run: forest.key, row: 0, threshold: thresholdOf(forest) });
    expect(detail.heat).toMatchObject({ height: 16, width: 16 });
    expect(detail.rebuilt).toBeNull();
    expect((await engine.ask("explain", { run: forest.key, rows: Uint32Array.of(0) }))[0]?.method.code).toBe(
      "image.method-heat",
    );
  });

  it("is part of a consensus whose map is the mean of its members'", async () => {
    const request = { dataset: card.id, runs: [pca.key, forest.key], weights: [1, 1], rule: "mean" as const };
    const both = await engine.start("combine", request, quiet).result;
    const detail = await engine.ask("imageDetail", { run: both.key, row: 0, threshold: thresholdOf(both) });
    expect(detail.heat?.values.every(Number.isFinite)).toBe(true);
    expect(detail.strongest).not.toBeNull();
    expect(detail.rebuilt?.size).toBe(32);
  });

  it("is drawn on a map, previewed and made again with another seed", async () => {
    const map = await engine.ask("project", { run: forest.key, axes: { kind: "components" }, limit: 100 });
    expect(map.rows).toHaveLength(34);
    const { recipe, id } = card;
    const preview = await engine.ask("preview", { dataset: id, recipe, detector: "isolation-forest" });
    expect(preview).toMatchObject({ rowCount: 34, dropped: 0 });
    await engine.start("rerun", { run: forest.key, seed: 2 }, quiet).result;
    expect((await engine.ask("stability", { run: forest.key, rule: { kind: "top-k", k: 4 } })).runs).toBe(2);
  });
});

describe("images", () => {
  it("are shown small, as they are, and as they would be seen", async () => {
    const [small] = await engine.ask("thumbnails", { dataset: card.id, rows: Uint32Array.of(0), size: 16 });
    expect([small?.width, small?.height]).toEqual([16, 16]);
    expect((await engine.ask("image", { dataset: card.id, row: 0, size: 500 })).width).toBe(32);
    const images = requireKind(card.recipe.rowKind, "images");
    const recipe = { ...card.recipe, rowKind: { ...images, size: 40, colour: "colour" as const, ignored: [0] } };
    const [seen] = await engine.ask("seen", { dataset: card.id, recipe, rows: Uint32Array.of(0) });
    expect(seen?.size).toBe(40);
    expect([...(seen?.rgba.subarray(0, 4) ?? [])]).toEqual([0, 0, 0, 255]);
  });

  it("are exported with their maps and the table of scores", async () => {
    const request = {
      dataset: card.id,
      run: pca.key,
      threshold: thresholdOf(pca),
      rows: "flagged" as const,
      maps: true,
    };
    const zip = await engine.start("exportImages", { ...request, table: new Blob(["row,score\r\n"]) }, quiet).result;
    const again = await engine.start(
      "open",
      { source: { name: "z", files: [{ path: "z.zip", blob: zip }] }, plan: imagesPlan },
      quiet,
    ).result;
    expect(again.rowCount).toBeGreaterThanOrEqual(8);
    expect(again.read).toMatchObject({ format: "images", report: { skipped: { first: [{ path: "scores.csv" }] } } });
    expect(again.rowCount % 2).toBe(0);
  });

  it("of a table that has none are refused, and so is a network that is none", async () => {
    const { id } = await openTable(engine, "a,b\n1,2\n3,4\n");
    await expect(engine.ask("image", { dataset: id, row: 0, size: 10 })).rejects.toMatchObject({
      info: { code: "illegal-parameter" },
    });
    await expect(
      engine.ask("supplyNetwork", { files: [{ path: "model.json", blob: new Blob(["{}"]) }] }),
    ).rejects.toMatchObject({
      info: { code: "bad-network" },
    });
    await expect(engine.ask("supplyNetwork", { files: [] })).rejects.toMatchObject({ info: { code: "bad-network" } });
  });
});
