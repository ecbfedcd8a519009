import { defineEventDetector, defineSeriesDetector, type Detector } from "../core/detect/detector";

const words = {
  version: 1,
  family: "statistical" as const,
  summary: "Made for tests.",
  blindTo: "All else.",
  reference: "None.",
  prefers: { scale: "none" as const, encode: "one-hot" as const, why: { code: "series-detector.own-scale" as const } },
  params: {},
};

/** Expects every step to be as the one before; says what it expected. */
const asBefore: Detector = defineSeriesDetector({
  ...words,
  id: "as-before",
  label: "As before",
  fit: async () => ({}),
  async score(_model: object, samples) {
    const { starts, width, count, block } = samples;
    const values = block(0, count);
    return Float64Array.from({ length: count }, (_, step) => {
      if (starts.includes(step)) return 0;
      let sum = 0;
      for (let at = step * width; at < (step + 1) * width; at++) sum += Math.abs(values[at]! - values[at - width]!);
      return sum;
    });
  },
  async expect(_model: object, samples) {
    const { starts, width, count, block } = samples;
    const values = block(0, count);
    return values.map((_, at) => (starts.includes(Math.floor(at / width)) ? NaN : values[at - width]!));
  },
});

/** How rare the symbol is; expected was the most frequent one. */
const rareSymbol: Detector = defineEventDetector({
  ...words,
  id: "rare-symbol",
  label: "Rare symbol",
  fit: async () => ({}),
  score: async (_model: object, samples) => Float64Array.from(samples.block(0, samples.count)),
  explain: async (_model: object, samples) =>
    Array.from(samples.block(0, samples.count), (code) => ({
      over: "steps" as const,
      values: Float32Array.of(code),
      likely: [
        { symbol: 0, share: 0.75 },
        { symbol: 1, share: 0.25 },
      ],
      additive: true,
    })),
});

/** The registry with these two in it, for tests that put it in the place of the real one. */
export function withStepDetectors<R extends { detectorById(id: string): Detector | undefined }>(registry: R): R {
  const own = [asBefore, rareSymbol];
  return { ...registry, detectorById: (id: string) => own.find((one) => one.id === id) ?? registry.detectorById(id) };
}
