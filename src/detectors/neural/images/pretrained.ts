import type { LayersModel } from "@tensorflow/tfjs-layers";
import { Failure } from "../../../core/data/failure";
import { badNetwork } from "../../../core/images/bad-network";
import type { Context } from "../../../core/detect/context";
import type { DeepLayer } from "../../../core/images/image-samples";
import type { Workload } from "../backend/backend";
import { keepBackend, onSomeBackend } from "../backend/some-backend";
import { readNumbers, startBackend, type Tf } from "../backend/tf";
import { artifactsOf, type Artifacts } from "./network-files";

/** Images at once: more take memory and gain nothing. */
const IMAGES_PER_BATCH = 4;

/** A network of layers that was trained elsewhere and is only looked through. */
export interface PretrainedNetwork {
  /** All layers that answer with [height, width, channels], in the order of the network. */
  readonly layers: readonly DeepLayer[];
  /**
   * What the layers of these names answer for images [count, size, size, channels] of 0 to 1: [count, height, width,
   * channels] for each. Images are brought to the network's own size (bilinear) and number of channels. The backend is
   * told once for each run. Throws Failure "backend-failed" where no backend can do it, and what the context throws.
   */
  answersTo(
    images: Float32Array,
    shape: readonly number[],
    layers: readonly string[],
    context: Context,
  ): Promise<readonly Float32Array[]>;
  /** Frees the memory of its weights; it may be asked again and then loads them anew. */
  dispose(): void;
}

/**
 * Opens a network of layers in TensorFlow.js's format: `model` is the text of model.json, `weightsOf` answers with a
 * weight file by the path that model.json gives it. Throws Failure "bad-network" where it is none, lacks weights, or does
 * not take one image of 1 or 3 channels.
 */
export async function openNetwork(
  model: string,
  weightsOf: (path: string) => Promise<ArrayBuffer>,
): Promise<PretrainedNetwork> {
  const artifacts = await artifactsOf(model, weightsOf);
  const loaded = new LoadedNetwork(artifacts);
  await loaded.look();
  return loaded;
}

class LoadedNetwork implements PretrainedNetwork {
  layers: readonly DeepLayer[] = [];
  private input: readonly [number, number, number] = [0, 0, 0];
  private model: LayersModel | null = null;
  /** The backend that holds the weights. */
  private home = "";
  /** One call after the other: they share the weights. */
  private turn: Promise<unknown> = Promise.resolve();
  /** Runs that know their backend, by what they take notes with. */
  private readonly told = new WeakSet<Context["note"]>();

  constructor(private readonly artifacts: Artifacts) {}

  /** Finds out what it takes and answers. */
  async look(): Promise<void> {
    const tf = await startBackend("cpu");
    try {
      const model = await this.modelOn(tf);
      const [, height, width, channels, ...more] = model.inputs.length === 1 ? (model.inputs[0]?.shape ?? []) : [];
      if (!height || !width || (channels !== 1 && channels !== 3) || more.length > 0) throw badNetwork("not-one-image");
      this.input = [height, width, channels];
      this.layers = model.layers.flatMap(({ name, output }) =>
        layerOf(name, Array.isArray(output) ? [] : output.shape),
      );
    } catch (error) {
      this.dispose();
      if (error instanceof Failure) throw error;
      throw badNetwork("unreadable", { detail: String(error) });
    }
  }

  answersTo(
    images: Float32Array,
    shape: readonly number[],
    layers: readonly string[],
    context: Context,
  ): Promise<readonly Float32Array[]> {
    const answer = this.turn.then(() => this.answer(images, shape, layers, context));
    this.turn = answer.catch(() => undefined);
    return answer;
  }

  dispose(): void {
    this.model?.dispose();
    this.model = null;
  }

  private async answer(
    images: Float32Array,
    shape: readonly number[],
    layers: readonly string[],
    context: Context,
  ): Promise<readonly Float32Array[]> {
    const say = !this.told.has(context.note);
    this.told.add(context.note);
    return onSomeBackend(context, this.workload(layers), say, async (tf) => {
      const model = await this.modelOn(tf);
      const { model: madeOf } = await import("@tensorflow/tfjs-layers");
      await keepBackend(tf, this.home);
      const tapped = madeOf({ inputs: model.inputs, outputs: layers.map((name) => outputOf(model, name)) });
      const width = shape.reduce((product, size) => product * size, 1);
      const blocks: Float32Array[][] = [];
      for (let from = 0; from < images.length; from += IMAGES_PER_BATCH * width)
        blocks.push(this.passOf(tf, tapped, images.subarray(from, from + IMAGES_PER_BATCH * width), shape));
      return layers.map((_, layer) => joined(blocks.map((block) => block[layer]!))); // one for each layer
    });
  }

  /** One batch through the network. */
  private passOf(tf: Tf, tapped: LayersModel, images: Float32Array, shape: readonly number[]): Float32Array[] {
    const [size, , channels] = shape as [number, number, number]; // as images are
    const [height, width, wanted] = this.input;
    return tf.tidy(() => {
      const given = tf.tensor4d(images, [images.length / (size * size * channels), size, size, channels]);
      const sized = size === height && size === width ? given : tf.image.resizeBilinear(given, [height, width], false, true); // prettier-ignore
      const coloured = channels === wanted ? sized : wanted === 1 ? tf.mean(sized, 3, true) : tf.tile(sized, [1, 1, 1, 3]); // prettier-ignore
      const answers = tapped.predictOnBatch(coloured); // tile and mean forget the rank
      return (Array.isArray(answers) ? answers : [answers]).map((one) => readNumbers(one).slice());
    });
  }

  private workload(layers: readonly string[]): Workload {
    const [height, width, channels] = this.input;
    return {
      key: `pretrained ${layers.join()} ${height}x${width}`,
      steps: 1,
      train: async (tf) => {
        const model = await this.modelOn(tf);
        const { model: madeOf } = await import("@tensorflow/tfjs-layers");
        const tapped = madeOf({ inputs: model.inputs, outputs: layers.map((name) => outputOf(model, name)) });
        this.passOf(tf, tapped, new Float32Array(height * width * channels), [height, width, channels]);
      },
    };
  }

  /** The network with its weights where `tf` computes: those that a lost graphics card held are gone. */
  private async modelOn(tf: Tf): Promise<LayersModel> {
    const backend = tf.getBackend();
    if (this.model && this.home === backend) return this.model;
    this.dispose();
    const { loadLayersModel } = await import("@tensorflow/tfjs-layers");
    await keepBackend(tf, backend);
    this.model = await loadLayersModel({ load: () => Promise.resolve(this.artifacts) });
    this.home = backend;
    return this.model;
  }
}

function layerOf(name: string, shape: readonly (number | null)[]): DeepLayer[] {
  const [, height, width, channels, ...more] = shape;
  return height && width && channels && more.length === 0 ? [{ name, height, width, channels }] : [];
}

/** The one answer of a layer that is used once. */
function outputOf(model: LayersModel, name: string) {
  const { output } = model.getLayer(name);
  if (Array.isArray(output)) throw new Error(`layer ${name} has several outputs`);
  return output;
}

function joined(parts: readonly Float32Array[]): Float32Array {
  const [only] = parts;
  if (only && parts.length === 1) return only;
  const all = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
