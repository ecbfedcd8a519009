import { expect, it } from "vitest";
import { normalDeviates, seededRandom } from "../math/random";
import { measureOf, measureReader } from "./measure";

const normal = normalDeviates(seededRandom(8));

it("tells as usual what most values are, without the few that are far off", () => {
  const values = Float64Array.from({ length: 30 }, (_, at) => (at < 2 ? 90 + at : 50 + normal())).sort();
  const { usual } = measureOf(values)!; // enough different values
  expect(usual.high).toBeLessThan(60);
});

it("takes what arithmetic leaves of nothing for nothing", () => {
  const left = Float64Array.from({ length: 60 }, (_, at) => (at % 5 === 0 ? 0.01 * normal() : 1e-17 * normal())).sort();
  const measure = measureOf(left);
  const read = measure ? measureReader(measure) : () => 0;
  expect(Math.max(...left.map(read))).toBeLessThan(3);
});

it("ignores what is asked to be ignored, and nothing else", () => {
  for (const draw of [normal, () => Math.exp(normal()), () => Math.abs(normal()) ** 2 - 0.001]) {
    const values = Float64Array.from({ length: 500 }, draw).sort();
    const measure = measureOf(values)!; // enough different values
    const [all, some] = [measureReader(measure), measureReader(measure, 1)];
    for (const value of [...values, -5, 0, 99]) expect(some(value) === 0 ? all(value) <= 1 + 1e-6 : some(value) === all(value)).toBe(true); // prettier-ignore
  }
});
