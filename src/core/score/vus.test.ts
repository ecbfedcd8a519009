import { describe, expect, it } from "vitest";
import { rocAuc } from "./metrics";
import { vusOf } from "./vus";
import reference from "./vus-cases.json";

const labelsOf = (count: number, stretches: readonly (readonly number[])[]): Uint8Array => {
  const labels = new Uint8Array(count);
  for (const [from, to] of stretches) labels.fill(1, from, to);
  return labels;
};

it.each(reference.cases)("agrees with the reference code: $name", ({ scores, labelled, window, vusRoc, vusPr }) => {
  const found = vusOf(Float64Array.from(scores), labelsOf(scores.length, labelled), window);
  expect(found.roc).toBeCloseTo(vusRoc, 4);
  expect(found.pr).toBeCloseTo(vusPr, 4);
});

describe("what no reference says", () => {
  const wave = Float64Array.from({ length: 251 }, (_, step) => Math.sin(step * 7.7));

  it("without slopes and with one stretch is close to the area under the ROC curve", () => {
    const labels = labelsOf(wave.length, [[40, 60]]);
    // With one stretch all thresholds but the first few have found it; the curve is read at 250 of 251 scores.
    expect(Math.abs(vusOf(wave, labels, 0).roc - rocAuc(wave, labels))).toBeLessThan(0.05);
  });

  it("leaves steps without a score out", () => {
    const labels = labelsOf(wave.length, [[40, 60], [200, 201]]); // prettier-ignore
    const gappy = new Float64Array(wave.length + 30).fill(NaN);
    gappy.set(wave.subarray(0, 120));
    gappy.set(wave.subarray(120), 150);
    const shifted = labelsOf(gappy.length, [[40, 60], [121, 140], [230, 231]]); // prettier-ignore
    expect(vusOf(gappy, shifted, 12)).toEqual(vusOf(wave, labels, 12));
  });

  it("is no number without both kinds, and finite when all scores tie", () => {
    expect(vusOf(wave, new Uint8Array(wave.length), 5)).toEqual({ roc: NaN, pr: NaN });
    expect(vusOf(wave, new Uint8Array(wave.length).fill(1), 5)).toEqual({ roc: NaN, pr: NaN });
    expect(vusOf(new Float64Array(0), new Uint8Array(0), 5)).toEqual({ roc: NaN, pr: NaN });
    expect(vusOf(new Float64Array(40), labelsOf(40, [[3, 9]]), 0).roc).toBeCloseTo(0.5, 10);
    expect(vusOf(Float64Array.of(0, 1), Uint8Array.of(0, 1), 3)).toEqual({ roc: 1, pr: 1 });
  });
});
