import { expect, test } from "vitest";
import { normalDeviates, seededRandom } from "../../core/math/random";
import { testContext } from "../../testing/test-context";
import { PlaceGaussians, squaredDistances } from "./place-gaussians";

const [PLACES, DIMENSIONS, COUNT] = [2, 3, 60];
const normal = normalDeviates(seededRandom(1));
const images = Array.from({ length: COUNT }, () => {
  const common = normal();
  return Float32Array.from({ length: PLACES * DIMENSIONS }, (_, at) => common + (1 + (at % 3)) * normal());
});
images[7] = Float32Array.of(9, -9, 9, 0, 0, 0);

function learnt(some: readonly Float32Array[], shared: number) {
  const learning = new PlaceGaussians(PLACES, DIMENSIONS);
  for (const image of some) learning.add(image);
  return learning.result(shared, testContext());
}

test("an image that was learned from is as far away as from the Gaussians of the others", async () => {
  const all = await learnt(images, 0);
  for (const at of [0, 7, 30]) {
    const others = await learnt(
      images.filter((_, i) => i !== at),
      0,
    );
    const [closed, real] = [squaredDistances(all, images[at]!, true), squaredDistances(others, images[at]!, false)];
    closed.forEach((square, place) => expect(square / real[place]!).toBeCloseTo(1, 1));
  }
  expect(squaredDistances(all, images[7]!, true)[0]).toBeGreaterThan(
    1.5 * squaredDistances(all, images[7]!, false)[0]!,
  );
});

test("with one image there is still a distance, and an image is not far from itself", async () => {
  const one = await learnt([images[0]!], 0.2);
  expect([...squaredDistances(one, images[0]!, true)]).toEqual([0, 0]);
  expect(squaredDistances(one, images[1]!, false).every((square) => square > 1 && Number.isFinite(square))).toBe(true);
});
