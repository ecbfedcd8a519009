import type { Context } from "../../../core/detect/context";
import type { SamplesBase } from "../../../core/detect/samples-base";
import { seededRandom } from "../../../core/math/random";
import type { Tf } from "../backend/tf";
import { outputsOf, type Network } from "../network";
import { reconstruct } from "../rebuilding/reconstruct";
import { PIECE_LOGITS, shaken } from "./pretext-task";
import { scaledImages, type ImageScale } from "./image-scale";
import { rotatedImages, ROTATION_COUNT } from "./rotations";
import { distanceOf, whiteningOf, type Whitening } from "./whitening";

/** What a network that was taught without classes says of an image: three numbers, each higher for stranger images. */
const EVIDENCE_PARTS = 3;

/** How the answers to ordinary images are. */
export interface PretextEvidence {
  readonly kind: "pretext";
  /** Of what the network sees in an image. */
  readonly seen: Whitening;
  /** The three numbers of ordinary images: their middle, and the distance from it that counts as one. */
  readonly usual: readonly { readonly centre: number; readonly unit: number }[];
}

/** Images moved a little stand in for more, where few were learned from: those themselves are known by heart. */
const MIN_REFERENCE_IMAGES = 100;
const MIN_UNIT = 1e-6;

/** The answers to each image: what the network sees in it unrotated, how unsure it is of the turns, how sure of a pasted piece. */
async function eachAnswer(
  tf: Tf,
  network: Network,
  scale: ImageScale,
  samples: Pick<SamplesBase, "count" | "width" | "shape" | "block">,
  context: Pick<Context, "checkpoint">,
  visit: (image: number, features: Float64Array, turns: number, pieces: number) => void,
): Promise<void> {
  const { seeing, evaluating } = halvesOf(network);
  const width = outputsOf(seeing.spec);
  const all = scaledImages(rotatedImages(samples), scale);
  let [features, unsure, pieces] = [new Float64Array(width), 0, 0];
  await reconstruct(tf, [seeing], Infinity, all, context, 0, ({ from, to, outputs: [output = NO_NUMBERS] }) => {
    for (let at = from; at < to; at++) {
      const seen = Float64Array.from(output.subarray((at - from) * width, (at - from + 1) * width));
      const logits = evaluating(seen);
      const quarters = at % ROTATION_COUNT;
      if (quarters === 0) [features, unsure, pieces] = [seen, 0, 0];
      const paste = logits.subarray(ROTATION_COUNT, ROTATION_COUNT + PIECE_LOGITS);
      pieces += (logSumOf(paste.subarray(1)) - paste[0]!) / ROTATION_COUNT; // one logit for each
      const turns = logits.subarray(0, ROTATION_COUNT);
      unsure += (logSumOf(turns) - turns[quarters]!) / ROTATION_COUNT; // one logit for each rotation
      if (quarters === ROTATION_COUNT - 1) visit(Math.floor(at / ROTATION_COUNT), features, unsure, pieces);
    }
  });
}

const NO_NUMBERS = new Float32Array();

/** The network up to what it sees, and its last layer, from that to its logits. */
function halvesOf({ spec, weights }: Network): { seeing: Network; evaluating: (seen: Float64Array) => Float64Array } {
  const seeing = { spec: { ...spec, layers: spec.layers.slice(0, -1) }, weights: weights.slice(0, -2) };
  const [kernel = NO_NUMBERS, bias = NO_NUMBERS] = weights.slice(-2);
  return {
    seeing,
    evaluating: (seen) =>
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

/** How the answers to the images learned from are. */
export async function pretextEvidenceOf(
  tf: Tf,
  network: Network,
  scale: ImageScale,
  samples: SamplesBase,
  seed: number,
  context: Pick<Context, "checkpoint">,
): Promise<PretextEvidence> {
  const reference = shakenImages(samples, seed);
  const [seen, answers]: [Float64Array[], number[][]] = [[], []];
  await eachAnswer(tf, network, scale, reference, context, (_, features, turns, pieces) => {
    seen.push(features);
    answers.push([turns, pieces]);
  });
  const whitening = whiteningOf(seen);
  const parts = answers.map(([turns = 0, pieces = 0], i) => [turns, pieces, distanceOf(seen[i]!, whitening)]); // as many
  const usual = Array.from({ length: EVIDENCE_PARTS }, (_, part) =>
    middleAndUnit(parts.map((numbers) => numbers[part]!)),
  ); // EVIDENCE_PARTS numbers each
  return { kind: "pretext", seen: whitening, usual };
}

/** The three numbers of each image, [count, 3]: unsureness of the turns, sureness of a piece, distance of what is seen. */
async function pretextPartsOf(
  tf: Tf,
  network: Network,
  scale: ImageScale,
  { seen }: PretextEvidence,
  samples: SamplesBase,
  context: Pick<Context, "checkpoint">,
): Promise<Float64Array> {
  const parts = new Float64Array(EVIDENCE_PARTS * samples.count);
  await eachAnswer(tf, network, scale, samples, context, (image, features, turns, pieces) => {
    parts.set([turns, pieces, distanceOf(features, seen)], EVIDENCE_PARTS * image);
  });
  return parts;
}

/** The sum of how unusual the three numbers are, in standard deviations of ordinary images. */
export async function scoreByPretext(
  tf: Tf,
  network: Network,
  scale: ImageScale,
  evidence: PretextEvidence,
  samples: SamplesBase,
  context: Pick<Context, "checkpoint">,
): Promise<Float64Array> {
  const parts = await pretextPartsOf(tf, network, scale, evidence, samples, context);
  return Float64Array.from(
    { length: samples.count },
    (_, image) =>
      evidence.usual.reduce(
        (sum, { centre, unit }, part) => sum + (parts[EVIDENCE_PARTS * image + part]! - centre) / unit,
        0,
      ), // one for each
  );
}

/** The images, and as many copies moved at random as make enough. */
function shakenImages(samples: SamplesBase, seed: number): Pick<SamplesBase, "count" | "width" | "shape" | "block"> {
  const { count, width, shape } = samples;
  const [size = 0] = shape;
  const copies = Math.max(1, Math.ceil(MIN_REFERENCE_IMAGES / count));
  return {
    count: copies * count,
    width,
    shape,
    block(from, to) {
      const out = new Float32Array((to - from) * width);
      for (let at = from; at < to; at++) {
        const image = samples.block(at % count, (at % count) + 1);
        out.set(at < count ? image : shaken(image, size, seededRandom(seed + at)), (at - from) * width);
      }
      return out;
    },
  };
}

function middleAndUnit(values: readonly number[]): { centre: number; unit: number } {
  const centre = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / values.length;
  return { centre, unit: Math.max(MIN_UNIT, Math.sqrt(variance)) };
}
