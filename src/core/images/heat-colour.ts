/** One scale for the maps of all images of a run, tied to its threshold; finite, calm <= threshold <= most. */
export interface HeatScale {
  /** Below this a place is as calm as in ordinary images: drawn as nothing. */
  readonly calm: number;
  /** From here on a place is as strange as makes an image flagged: the contour. */
  readonly threshold: number;
  /** The top of the scale. */
  readonly most: number;
}

/**
 * Share of the scale, red, green, blue, and how much of the image below is covered. Lighter all the way up, so that the
 * order is seen without hues; the colour of what is strange stands at the threshold.
 */
const COLOUR_STOPS = [
  [0, 38, 12, 89, 0],
  [0.25, 122, 34, 128, 0.42],
  [0.5, 221, 84, 40, 0.72],
  [0.75, 249, 162, 27, 0.86],
  [1, 255, 246, 176, 0.94],
] as const;

/** Place of a value on the scale, 0 to 1: 0 is calm, a half is the threshold. */
export function shareOf(value: number, { calm, threshold, most }: HeatScale): number {
  if (!(value > calm)) return 0;
  if (value < threshold) return (0.5 * (value - calm)) / (threshold - calm);
  return most > threshold ? Math.min(1, 0.5 + (0.5 * (value - threshold)) / (most - threshold)) : 1;
}

const MAX_COLOUR_STEP = 255;

/** Red, green, blue, alpha of every step of the scale. */
const table = Uint8ClampedArray.from({ length: (MAX_COLOUR_STEP + 1) * 4 }, (_, at) => {
  const share = Math.floor(at / 4) / MAX_COLOUR_STEP;
  const above = Math.max(
    1,
    COLOUR_STOPS.findIndex(([stop]) => stop >= share),
  );
  const from = COLOUR_STOPS[above - 1] ?? COLOUR_STOPS[0];
  const to = COLOUR_STOPS[above] ?? from;
  const along = (share - from[0]) / (to[0] - from[0]);
  const mix = (part: 1 | 2 | 3 | 4) => from[part] + along * (to[part] - from[part]);
  return at % 4 === 3 ? mix(4) * 255 : mix(at % 4 === 0 ? 1 : at % 4 === 1 ? 2 : 3);
});

/** A map as RGBA: to be laid over an image (calm places are clear), or to stand alone. */
export function heatPixels(
  values: Float32Array,
  scale: HeatScale,
  ground: "clear" | "opaque",
): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint8ClampedArray(values.length * 4);
  for (let at = 0; at < values.length; at++) {
    const step = Math.round(shareOf(values[at] ?? 0, scale) * MAX_COLOUR_STEP) * 4;
    for (let part = 0; part < 4; part++) pixels[at * 4 + part] = table[step + part] ?? 0;
    if (ground === "opaque") pixels[at * 4 + 3] = 255;
  }
  return pixels;
}

/** The colours of the scale from calm to most, as CSS. */
export const heatGradient = `linear-gradient(to right, ${COLOUR_STOPS.map(
  ([share, red, green, blue]) => `rgb(${red} ${green} ${blue}) ${share * 100}%`,
).join(", ")})`;
