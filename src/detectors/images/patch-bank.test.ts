import { expect, test } from "vitest";
import { normalDeviates, seededRandom } from "../../core/math/random";
import { testContext } from "../../testing/test-context";
import { coresetOf } from "./coreset";
import { nearestPatches, neighboursOf } from "./patch-bank";

const WIDTH = 20;
const normal = normalDeviates(seededRandom(1));
/** 300 patches about 0, then three about 50, 100 and 150. */
const patches = Float32Array.from(
  { length: 303 * WIDTH },
  (_, at) => normal() + 50 * Math.max(0, Math.floor(at / WIDTH) - 299),
);

test("the few that are chosen cover all", async () => {
  const kept = await coresetOf(patches, WIDTH, 8, testContext());
  expect(kept).toHaveLength(8);
  expect([300, 301, 302].every((far) => kept.includes(far))).toBe(true);
});

test("patches that repeat one another are kept once", async () => {
  expect(await coresetOf(new Float32Array(100 * WIDTH).fill(2), WIDTH, 50, testContext())).toHaveLength(1);
});

test("the nearest patch is found, but none of the image's own", async () => {
  const origins = Uint32Array.from({ length: 303 }, (_, patch) => (patch < 302 ? 1 : 2));
  const neighbours = await neighboursOf(patches, WIDTH, testContext());
  expect(neighbours[9 * 302]).toBe(302);
  const bank = { patches, width: WIDTH, origins, scale: new Float32Array(WIDTH).fill(1), neighbours };
  const own = patches.slice(302 * WIDTH);
  expect([...nearestPatches(bank, own, 1)]).toEqual([0]);
  const others = nearestPatches(bank, own, 2)[0]!;
  expect(others).toBeGreaterThan(0.8 * 50 * Math.sqrt(WIDTH));
  expect(others).toBeLessThan(1.1 * 50 * Math.sqrt(WIDTH));
});
