import { expect, it } from "vitest";
import { matrixSamples } from "../detect/samples";
import { principalComponents, projectOnto } from "./components";
import { normalDeviates, seededRandom } from "./random";

const componentsOf = (samples: Parameters<typeof principalComponents>[0], count: number) =>
  principalComponents(samples, count, () => Promise.resolve());

function tableOf(rows: number, features: number, row: (normal: () => number) => number[]) {
  const normal = normalDeviates(seededRandom(2));
  const values = Float32Array.from(Array.from({ length: rows }, () => row(normal)).flat());
  return matrixSamples(
    values,
    Array.from({ length: features }, (_, i) => `f${i}`),
  );
}

it("finds the direction and share of the greatest variance", async () => {
  const samples = tableOf(2000, 3, (normal) => {
    const along = 10 * normal();
    return [100 + 0.6 * along + 0.1 * normal(), 0.8 * along + 0.1 * normal(), normal()];
  });
  const { axes, explained } = await componentsOf(samples, 2);
  [0.6, 0.8, 0].forEach((loading, i) => expect(axes[0]![i]).toBeCloseTo(loading, 1)); // two axes
  expect(explained[0]).toBeCloseTo(100 / 101, 2);
  expect(explained[1]).toBeCloseTo(1 / 101, 2);
});

it("projects onto unit axes that are perpendicular, centred on the mean", async () => {
  const samples = tableOf(500, 4, (normal) => [3 * normal() + 7, normal(), 2 * normal(), 0.5 * normal()]);
  const components = await componentsOf(samples, 2);
  const [first, second] = components.axes as [Float64Array, Float64Array]; // full rank
  const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, i) => sum + value * b[i]!, 0); // same width
  expect(dot(first, first)).toBeCloseTo(1, 8);
  expect(dot(first, second)).toBeCloseTo(0, 8);
  const [x] = projectOnto(components, samples, 0, samples.count);
  expect(x!.reduce((sum, value) => sum + value, 0) / samples.count).toBeCloseTo(0, 4); // two axes
});

it("gives as many axes as there are directions", async () => {
  const line = tableOf(50, 2, (normal) => {
    const value = normal();
    return [value, 2 * value];
  });
  expect((await componentsOf(line, 2)).axes.length).toBe(1);
  expect(
    (
      await componentsOf(
        tableOf(50, 2, () => [1, 1]),
        2,
      )
    ).axes.length,
  ).toBe(0);
  expect(
    (
      await componentsOf(
        tableOf(1, 2, () => [1, 2]),
        2,
      )
    ).axes.length,
  ).toBe(0);
});

it("gives the same answer twice", async () => {
  const samples = tableOf(300, 5, (normal) => Array.from({ length: 5 }, normal));
  expect(await componentsOf(samples, 2)).toEqual(await componentsOf(samples, 2));
});

it("lets others in between two looks at all cells, and stops when told to", async () => {
  const samples = tableOf(300, 5, (normal) => Array.from({ length: 5 }, normal));
  let looks = 0;
  const stopped = principalComponents(samples, 2, () => {
    looks += 1;
    return looks === 3 ? Promise.reject(new Error("stopped")) : Promise.resolve();
  });
  await expect(stopped).rejects.toThrow("stopped");
});
