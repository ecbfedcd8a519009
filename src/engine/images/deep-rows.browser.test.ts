import { requireKind } from "../../core/kinds/kinds";
import { expect, it } from "vitest";
import { imagesPlan, requestFor } from "../../testing/open-table";
import { ringImages } from "../../testing/image-world";
import { createInlineEngine } from "../inline";

it("lets detectors of rows see what the network of the page sees, and refuses a network that is not here", async () => {
  const engine = createInlineEngine();
  const card = await engine.start(
    "open",
    { source: await ringImages({ train: 6, good: 1, bad: 1 }), plan: imagesPlan },
    () => undefined,
  ).result;
  const rowKind = { ...requireKind(card.recipe.rowKind, "images"), rowsSee: "deep-features" as const };
  const request = { ...requestFor(card, "k-means"), recipe: { ...card.recipe, rowKind }, backend: "auto" as const };
  const result = await engine.start("run", request, () => undefined).result;
  expect(result.features.length).toBe(2 * (24 + 32 + 96));
  expect(result.order[0]).toBe(0);
  const detail = await engine.ask("imageDetail", { run: result.key, row: 0, threshold: result.sorted[0]! });
  expect([detail.heat, detail.scale, detail.strongest]).toEqual([null, null, null]);
  expect((await engine.ask("explain", { run: result.key, rows: Uint32Array.of(0) }))[0]?.method.code).toBe(
    "image.method-whole",
  );

  const network = { id: "gone", name: "mine", layers: ["a"] };
  const gone = { ...request, recipe: { ...request.recipe, rowKind: { ...rowKind, network } } };
  await expect(engine.start("run", gone, () => undefined).result).rejects.toMatchObject({
    info: { code: "no-network", values: { name: "mine" } },
  });
});
