import type { Tensor } from "@tensorflow/tfjs-core";
import type { Context } from "../../../core/detect/context";
import type { SamplesBase } from "../../../core/detect/samples-base";
import { normalDeviates, sampleIndices } from "../../../core/math/random";
import { drawCodes } from "./gan-game";
import type { GanSpecs } from "./gan-params";
import { varietyOf } from "./made-variety";
import { architectureOf, forward, weightShapesOf, weightTensors, type Network } from "../network";
import { gatherRows } from "../training/rows";
import { readNumbers, type Tf } from "../backend/tf";

/** Rows, and numbers, that are enough to see what the generator makes. */
const MAX_ROWS_SHOWN = 300;
const MAX_NUMBERS_SHOWN = 60_000;
const MIN_ROWS_SHOWN = 20;
/** Each image comes when this many times more steps are done. */
const STEPS_RATIO_OF_IMAGES = 1.25;
/**
 * Below this share of the real variety the generator has collapsed. On twelve tables, trained by the defaults, it
 * reached at least .85 of the spread; hardly trained at all, when every row comes out nearly the same, at most .29.
 */
const MIN_VARIETY_SHARE = 0.5;

/** Real rows, as the networks read them, beside as many codes that the generator makes rows from: always the same. */
export interface Imaged {
  readonly features: readonly string[];
  readonly real: Float32Array;
  /** [rows, numbers per code]. */
  readonly codes: Float32Array;
}

export function imagedRows(samples: SamplesBase, specs: GanSpecs, clip: number, random: () => number): Imaged {
  const most = Math.max(MIN_ROWS_SHOWN, Math.min(MAX_ROWS_SHOWN, Math.floor(MAX_NUMBERS_SHOWN / samples.width)));
  const rows = sampleIndices(samples.count, most, random);
  return {
    features: samples.features,
    real: gatherRows(samples, rows, clip),
    codes: drawCodes(rows.length, specs.generator, normalDeviates(random)),
  };
}

/** The networks of the game as they are drawn; `copies` games are played. */
export function showArchitecture(context: Pick<Context, "show">, specs: GanSpecs, copies: number): void {
  const networks = (["encoder", "generator", "discriminator"] as const).map((name) => ({
    name,
    input: [specs[name].inputs],
    layers: architectureOf(specs[name]),
  }));
  context.show({ kind: "architecture", copies, networks });
}

/** A look at what the generator makes, ever more rarely. Call it within a tidy; `weights` are the encoder's and the generator's. */
export function generatedLook(
  { generator, encoder }: GanSpecs,
  { features, real, codes }: Imaged,
  context: Pick<Context, "show">,
): (tf: Tf, at: number, weights: readonly Tensor[]) => void {
  const ofEncoder = weightShapesOf(encoder).length;
  let next = 0;
  return (tf, at, weights) => {
    if (at < next) return;
    next = at * STEPS_RATIO_OF_IMAGES;
    const starts = tf.tensor2d(codes, [codes.length / generator.inputs, generator.inputs]);
    const made = readNumbers(forward(tf, generator, weights.slice(ofEncoder), starts));
    context.show({ kind: "generated", at, features, real: real.slice(), made: made.slice() });
  };
}

/** Shows what the first of the trained generators makes after step `at`, and says how different what each makes is. */
export function evaluateGenerators(
  tf: Tf,
  specs: GanSpecs,
  rebuilders: readonly Network[],
  imaged: Imaged,
  at: number,
  context: Pick<Context, "show" | "note">,
): void {
  const { features, real, codes } = imaged;
  const [first] = rebuilders;
  if (first) {
    const made = answersTo(tf, generatorOf(specs, first), codes);
    context.show({ kind: "generated", at, features, real: real.slice(), made });
  }
  sayVariety(tf, specs, rebuilders, imaged, context);
}

/** Says how different the rows are that each of the trained generators makes: of several the least counts. */
export function sayVariety(
  tf: Tf,
  specs: GanSpecs,
  rebuilders: readonly Network[],
  { real, codes }: Pick<Imaged, "real" | "codes">,
  context: Pick<Context, "note">,
): void {
  const width = specs.encoder.inputs;
  if (real.length / width < MIN_ROWS_SHOWN) return;
  const shares = rebuilders.map((rebuilder) => {
    const made = answersTo(tf, generatorOf(specs, rebuilder), codes);
    const { spread, apartness } = varietyOf(made, real, answersTo(tf, rebuilder, real), width);
    return Math.min(spread, apartness);
  });
  const least = Math.min(...shares);
  const code = least < MIN_VARIETY_SHARE ? "gan.collapsed" : "gan.varied";
  context.note({ code, values: { percent: Math.round(100 * least) } });
}

/** The part of a rebuilder that makes rows of codes. */
function generatorOf({ encoder, generator }: GanSpecs, { weights }: Network): Network {
  return { spec: generator, weights: weights.slice(weightShapesOf(encoder).length) };
}

/** What a network makes of `rows`, all at once. */
export function answersTo(tf: Tf, network: Network, rows: Float32Array): Float32Array {
  return tf.tidy(() => {
    const input = tf.tensor2d(rows, [rows.length / network.spec.inputs, network.spec.inputs]);
    return readNumbers(forward(tf, network.spec, weightTensors(tf, network), input)).slice();
  });
}
