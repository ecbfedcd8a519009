import { expect, test } from "vitest";
import { matrixSamples } from "../../../core/detect/samples";
import { seededRandom } from "../../../core/math/random";
import { testContext } from "../../../testing/test-context";
import { scoreByRebuilding, type Rebuilders } from "./rebuilders";
import { blameByRepairs } from "./repairs";

const features = ["a", "b", "c", "d", "e", "f"];
const width = features.length;

/** Believes whatever `a` says: b and c are rebuilt as `a`, e and f as `d`. So an odd `a` is rebuilt well and spoils b and c. */
const kernel = Float32Array.from({ length: width * width }, (_, at) => {
  const [from, to] = [Math.floor(at / width), at % width];
  return (from === 0 && to <= 2) || (from === 3 && to >= 3) ? 1 : 0;
});
const model: Rebuilders = {
  networks: [
    {
      spec: { inputs: width, layers: [{ kind: "dense", units: width, activation: "linear" }] },
      weights: [kernel, new Float32Array(width)],
    },
  ],
  scales: [{ centre: new Float64Array(width), unit: new Float64Array(width).fill(0.1) }],
  clip: 10,
  rebuilds: true,
  typical: new Float64Array(width),
};
const blame = (...rows: number[]) =>
  blameByRepairs(model, matrixSamples(Float32Array.from(rows), features), testContext());

test("the odd cell is blamed, not those that it spoils", async () => {
  const [blamed] = await blame(3, 0, 0, 0.5, 0.5, 0.5);
  expect(blamed!.values[0]).toBeGreaterThan(1);
  expect([...blamed!.values.subarray(1)]).toEqual([0, 0, 0, 0, 0]);
  expect([...blamed!.expected]).toEqual([0, 0, 0, 0.5, 0.5, 0.5]);
});

test("of two odd cells both are blamed, and one that is odd by itself is blamed for what it is", async () => {
  const [both, alone] = await blame(3, 0, 0, 4, 0, 0, /* and */ 1, 3, 1, 0, 0, 0);
  expect(both!.values[3]).toBeGreaterThan(both!.values[0]!);
  expect([...both!.values].map((value) => value > 0)).toEqual([true, false, false, true, false, false]);
  expect([...alone!.values].map((value) => value > 0)).toEqual([false, true, false, false, false, false]);
  expect(alone!.expected[1]).toBe(1);
});

test("what is blamed adds up to the score, nothing speaks against it, and the samples stay as they were", async () => {
  const random = seededRandom(2);
  const values = Float32Array.from({ length: 40 * width }, () => 6 * random() - 3);
  const samples = matrixSamples(values.slice(), features);
  const scores = await scoreByRebuilding(model, samples, testContext());
  const blamed = await blameByRepairs(model, samples, testContext());
  blamed.forEach((attribution, row) => {
    expect(attribution.additive).toBe(true);
    expect(attribution.values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(scores[row]!, 5);
    expect(Math.min(...attribution.values)).toBeGreaterThanOrEqual(0);
  });
  expect(samples.block(0, 40)).toEqual(values);
});

test("a row alone is explained as in company, and one column is enough", async () => {
  const row = [1, -2, 0.5, 2, 1, 0];
  const [, inCompany] = await blame(3, 0, 0, 0, 0, 0, ...row);
  expect(await blame(...row)).toEqual([inCompany]);
  const single: Rebuilders = {
    ...model,
    networks: [
      {
        spec: { ...model.networks[0]!.spec, inputs: 1, layers: [{ kind: "dense", units: 1, activation: "linear" }] },
        weights: [Float32Array.of(0), Float32Array.of(1)],
      },
    ],
  };
  const [blamed] = await blameByRepairs(single, matrixSamples(Float32Array.of(5), ["a"]), testContext());
  expect(blamed!.values[0]).toBeCloseTo(Math.log1p(40 ** 2), 4);
});
