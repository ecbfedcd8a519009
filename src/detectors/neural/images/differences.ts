import { boxMeans } from "./box-means";

/** How an image is compared with its rebuilding: distances of the pixels, their squares, or how unlike the structure around them is. */
export type Difference = "absolute" | "squared" | "structure";

/** Reach of the window in which structure is compared: 7 pixels a side. */
const STRUCTURE_REACH = 3;
/** Of Wang et al. 2004, for numbers from 0 to 1: what keeps flat places from being compared by their noise. */
const [LIGHT, CONTRAST] = [0.01 ** 2, 0.03 ** 2];

/** Where an image [size, size, channels] differs from its rebuilding, both from 0 to 1: [size, size], 0 to 1, the mean of the channels. */
export function differencesOf(
  real: Float32Array,
  rebuilt: Float32Array,
  size: number,
  difference: Difference,
): Float32Array {
  const places = new Float32Array(size * size);
  const channels = real.length / places.length;
  for (let channel = 0; channel < channels; channel++) {
    const pick = (image: Float32Array) => places.map((_, place) => image[place * channels + channel]!); // as large
    const [a, b] = [pick(real), pick(rebuilt)];
    const part = difference === "structure" ? unlikeness(a, b, size) : distances(a, b, difference);
    part.forEach((value, place) => (places[place]! += value / channels)); // as large
  }
  return places;
}

function distances(a: Float32Array, b: Float32Array, difference: "absolute" | "squared"): Float32Array {
  return a.map((value, i) => {
    const distance = Math.abs(value - b[i]!); // as large
    return difference === "squared" ? distance ** 2 : distance;
  });
}

/** (1 - SSIM) / 2 of two squares of one channel: 0 where they are alike, 1 where one is the negative of the other. */
function unlikeness(a: Float32Array, b: Float32Array, size: number): Float32Array {
  const means = (of: (i: number) => number) =>
    boxMeans(
      Float32Array.from(a, (_, i) => of(i)),
      size,
      STRUCTURE_REACH,
    );
  // All as large as `a`.
  const [aMean, bMean] = [means((i) => a[i]!), means((i) => b[i]!)];
  const [aa, bb, ab] = [means((i) => a[i]! ** 2), means((i) => b[i]! ** 2), means((i) => a[i]! * b[i]!)];
  return a.map((_, i) => {
    const [p, q] = [aMean[i]!, bMean[i]!];
    const variances = Math.max(0, aa[i]! - p * p) + Math.max(0, bb[i]! - q * q);
    const covariance = ab[i]! - p * q;
    const light = (2 * p * q + LIGHT) / (p * p + q * q + LIGHT);
    const structure = (2 * covariance + CONTRAST) / (variances + CONTRAST);
    return Math.min(1, Math.max(0, (1 - light * structure) / 2));
  });
}
