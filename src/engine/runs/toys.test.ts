import { expect, it } from "vitest";
import { blindSpotOf, DETECTORS_WITH_TOYS } from "../../core/toys/blind-spots";
import { toyOf, toyParamsOf, type ToyName } from "../../core/toys/toys";
import { averagePrecision } from "../../core/score/metrics";
import { detectorById, detectors } from "../../detectors/registry";
import { createInlineEngine } from "../inline";

const engine = createInlineEngine();

async function foundOf(id: string, name: ToyName): Promise<number> {
  const { points, strange } = toyOf(name, 7);
  const params = toyParamsOf(detectorById(id)?.params ?? {});
  const { scores } = await engine.ask("toy", { detector: id, params, points, seed: 1, backend: "cpu", side: 4 });
  return averagePrecision(scores, strange);
}

it.each(DETECTORS_WITH_TOYS)("%s sees one toy and is fooled by the other", async (id) => {
  const { sees, fooledBy } = blindSpotOf(id);
  const [seen, fooled] = [await foundOf(id, sees), await foundOf(id, fooledBy)];
  expect(seen - fooled).toBeGreaterThan(0.3);
});

it("has toys for fifteen detectors and more, all of which learn from rows", () => {
  expect(DETECTORS_WITH_TOYS.length).toBeGreaterThanOrEqual(15);
  expect(DETECTORS_WITH_TOYS.filter((id) => detectorById(id)?.accepts !== "matrix")).toEqual([]);
});

it("says the score that a point would have at each place of the square, rows from below", async () => {
  const { points } = toyOf("cloud", 7);
  const request = { detector: "knn", params: { neighbours: 8, distance: "mean" }, points, seed: 1, backend: "cpu", side: 11 } as const; // prettier-ignore
  const { surface } = await engine.ask("toy", request);
  expect(surface.length).toBe(121);
  expect(surface[60]).toBeLessThan(2 * Math.min(...surface)); // the middle of the cloud
  expect(surface[0]).toBeGreaterThan(5 * surface[60]!); // the middle
});

it("declines what is no detector of rows", async () => {
  const other = detectors.find(({ accepts }) => accepts === "series")!; // there are some
  const request = { detector: other.id, params: {}, points: toyOf("cloud", 7).points, seed: 1, backend: "cpu", side: 4 } as const; // prettier-ignore
  await expect(engine.ask("toy", request)).rejects.toMatchObject({ info: { code: "illegal-parameter" } });
});
