import type { Context } from "../../../core/detect/detector";
import type { Samples } from "../../../core/detect/samples";
import { factorCholesky, invertLower } from "../../../core/math/cholesky";
import { seededRandom } from "../../../core/math/random";
import type { Tf } from "../backend/tf";
import { outputsOf, type Network } from "../network";
import { reconstruct } from "../rebuilding/reconstruct";
import { PIECES, shaken } from "./pretext-lesson";
import { scaledPictures, type PictureScale } from "./picture-scale";
import { turnedPictures, TURNS } from "./turned";

/** What a network that was taught without classes says of a picture: three numbers, each higher for stranger pictures. */
export const PARTS = 3;

/** How the answers to ordinary pictures are. */
export interface PretextEvidence {
  readonly kind: "pretext";
  /** Of what the network sees in a picture. */
  readonly middle: Float64Array;
  /** What it sees, less the middle, times this lower triangle has no correlations and the variance 1. */
  readonly whitening: Float64Array;
  /** The three numbers of ordinary pictures: their middle, and the distance from it that counts as one. */
  readonly usual: readonly { readonly centre: number; readonly unit: number }[];
}

/** Pictures moved a little stand in for more, where few were learned from: those themselves are known by heart. */
const REFERENCE = 100;
/** Of the mean variance of what is seen, added to each: there are often more numbers than pictures. */
const RIDGE = 0.1;
const LEAST = 1e-6;

/** The answers to each picture: what the network sees in it unturned, how unsure it is of the turns, how sure of a pasted piece. */
async function eachAnswer(
  tf: Tf,
  network: Network,
  scale: PictureScale,
  samples: Pick<Samples, "count" | "width" | "shape" | "block">,
  context: Pick<Context, "checkpoint">,
  visit: (picture: number, features: Float64Array, turns: number, pieces: number) => void,
): Promise<void> {
  const { seeing, judging } = halvesOf(network);
  const width = outputsOf(seeing.spec);
  const all = scaledPictures(turnedPictures(samples), scale);
  let [features, unsure, pieces] = [new Float64Array(width), 0, 0];
  await reconstruct(tf, [seeing], Infinity, all, context, 0, ({ from, to, outputs: [output = NONE] }) => {
    for (let at = from; at < to; at++) {
      const seen = Float64Array.from(output.subarray((at - from) * width, (at - from + 1) * width));
      const logits = judging(seen);
      const quarters = at % TURNS;
      if (quarters === 0) [features, unsure, pieces] = [seen, 0, 0];
      const paste = logits.subarray(TURNS, TURNS + PIECES);
      pieces += (logSumOf(paste.subarray(1)) - paste[0]!) / TURNS; // one logit for each
      const turns = logits.subarray(0, TURNS);
      unsure += (logSumOf(turns) - turns[quarters]!) / TURNS; // as above
      if (quarters === TURNS - 1) visit(Math.floor(at / TURNS), features, unsure, pieces);
    }
  });
}

const NONE = new Float32Array();

/** The network up to what it sees, and its last layer, from that to its logits. */
function halvesOf({ spec, weights }: Network): { seeing: Network; judging: (seen: Float64Array) => Float64Array } {
  const seeing = { spec: { ...spec, layers: spec.layers.slice(0, -1) }, weights: weights.slice(0, -2) };
  const [kernel = NONE, bias = NONE] = weights.slice(-2);
  return {
    seeing,
    judging: (seen) =>
      Float64Array.from(
        bias,
        (start, unit) => seen.reduce((sum, value, i) => sum + value * kernel[i * bias.length + unit]!, start), // a row for each
      ),
  };
}

function logSumOf(logits: Float64Array): number {
  const largest = logits.reduce((most, logit) => Math.max(most, logit), -Infinity);
  return largest + Math.log(logits.reduce((sum, logit) => sum + Math.exp(logit - largest), 0));
}

/** How the answers to the pictures learned from are. */
export async function pretextEvidenceOf(
  tf: Tf,
  network: Network,
  scale: PictureScale,
  samples: Samples,
  seed: number,
  context: Pick<Context, "checkpoint">,
): Promise<PretextEvidence> {
  const reference = shakenPictures(samples, seed);
  const [seen, answers]: [Float64Array[], number[][]] = [[], []];
  await eachAnswer(tf, network, scale, reference, context, (_, features, turns, pieces) => {
    seen.push(features);
    answers.push([turns, pieces]);
  });
  const { middle, whitening } = whiteningOf(seen);
  const parts = answers.map(([turns = 0, pieces = 0], i) => [turns, pieces, distanceOf(seen[i]!, middle, whitening)]); // as many
  const usual = Array.from({ length: PARTS }, (_, part) => middleAndUnit(parts.map((numbers) => numbers[part]!))); // as above
  return { kind: "pretext", middle, whitening, usual };
}

/** The three numbers of each picture, [count, 3]: unsureness of the turns, sureness of a piece, distance of what is seen. */
export async function pretextPartsOf(
  tf: Tf,
  network: Network,
  scale: PictureScale,
  { middle, whitening }: PretextEvidence,
  samples: Samples,
  context: Pick<Context, "checkpoint">,
): Promise<Float64Array> {
  const parts = new Float64Array(PARTS * samples.count);
  await eachAnswer(tf, network, scale, samples, context, (picture, features, turns, pieces) => {
    parts.set([turns, pieces, distanceOf(features, middle, whitening)], PARTS * picture);
  });
  return parts;
}

/** The sum of how unusual the three numbers are, in standard deviations of ordinary pictures. */
export async function scoreByPretext(
  tf: Tf,
  network: Network,
  scale: PictureScale,
  evidence: PretextEvidence,
  samples: Samples,
  context: Pick<Context, "checkpoint">,
): Promise<Float64Array> {
  const parts = await pretextPartsOf(tf, network, scale, evidence, samples, context);
  return Float64Array.from(
    { length: samples.count },
    (_, picture) =>
      evidence.usual.reduce((sum, { centre, unit }, part) => sum + (parts[PARTS * picture + part]! - centre) / unit, 0), // one for each
  );
}

/** The pictures, and as many copies moved at random as make enough. */
export function shakenPictures(samples: Samples, seed: number): Pick<Samples, "count" | "width" | "shape" | "block"> {
  const { count, width, shape } = samples;
  const [size = 0] = shape;
  const copies = Math.max(1, Math.ceil(REFERENCE / count));
  return {
    count: copies * count,
    width,
    shape,
    block(from, to) {
      const out = new Float32Array((to - from) * width);
      for (let at = from; at < to; at++) {
        const picture = samples.block(at % count, (at % count) + 1);
        out.set(at < count ? picture : shaken(picture, size, seededRandom(seed + at)), (at - from) * width);
      }
      return out;
    },
  };
}

function whiteningOf(seen: readonly Float64Array[]): { middle: Float64Array; whitening: Float64Array } {
  const width = seen[0]?.length ?? 0;
  const middle = new Float64Array(width);
  for (const features of seen) features.forEach((value, i) => (middle[i]! += value / seen.length)); // as long
  const covariance = new Float64Array(width * width);
  for (const features of seen)
    for (let i = 0; i < width; i++)
      for (let j = 0; j <= i; j++)
        covariance[i * width + j]! += ((features[i]! - middle[i]!) * (features[j]! - middle[j]!)) / seen.length; // within
  let trace = 0;
  for (let i = 0; i < width; i++) trace += covariance[i * width + i]!; // within
  const ridge = Math.max(LEAST, (RIDGE * trace) / width);
  for (let i = 0; i < width; i++) covariance[i * width + i]! += ridge; // within
  factorCholesky(covariance, width);
  return { middle, whitening: invertLower(covariance, width) };
}

function distanceOf(features: Float64Array, middle: Float64Array, whitening: Float64Array): number {
  const width = middle.length;
  let squares = 0;
  for (let i = 0; i < width; i++) {
    let sum = 0;
    for (let j = 0; j <= i; j++) sum += whitening[i * width + j]! * (features[j]! - middle[j]!); // within
    squares += sum * sum;
  }
  return Math.sqrt(squares);
}

function middleAndUnit(values: readonly number[]): { centre: number; unit: number } {
  const centre = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / values.length;
  return { centre, unit: Math.max(LEAST, Math.sqrt(variance)) };
}
