import { expect, test } from "vitest";
import { normalDeviates, seededRandom } from "../../core/math/random";
import { testContext } from "../../testing/test-context";
import { PlaceGaussians, squaredDistances } from "./place-gaussians";

const [PLACES, DIMENSIONS, COUNT] = [2, 3, 60];
const normal = normalDeviates(seededRandom(1));
const pictures = Array.from({ length: COUNT }, () => {
  const common = normal();
  return Float32Array.from({ length: PLACES * DIMENSIONS }, (_, at) => common + (1 + (at % 3)) * normal());
});
pictures[7] = Float32Array.of(9, -9, 9, 0, 0, 0);

function learnt(some: readonly Float32Array[], shared: number) {
  const learning = new PlaceGaussians(PLACES, DIMENSIONS);
  for (const picture of some) learning.add(picture);
  return learning.result(shared, testContext());
}

test("a picture that was learned from is as far away as from the Gaussians of the others", async () => {
  const all = await learnt(pictures, 0);
  for (const at of [0, 7, 30]) {
    const others = await learnt(
      pictures.filter((_, i) => i !== at),
      0,
    );
    const [closed, real] = [squaredDistances(all, pictures[at]!, true), squaredDistances(others, pictures[at]!, false)];
    closed.forEach((square, place) => expect(square / real[place]!).toBeCloseTo(1, 1));
  }
  expect(squaredDistances(all, pictures[7]!, true)[0]).toBeGreaterThan(
    1.5 * squaredDistances(all, pictures[7]!, false)[0]!,
  );
});

test("with one picture there is still a distance, and a picture is not far from itself", async () => {
  const one = await learnt([pictures[0]!], 0.2);
  expect([...squaredDistances(one, pictures[0]!, true)]).toEqual([0, 0]);
  expect(squaredDistances(one, pictures[1]!, false).every((square) => square > 1 && Number.isFinite(square))).toBe(
    true,
  );
});
