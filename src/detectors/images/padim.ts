import type { Context } from "../../core/detect/context";
import { defineImageDetector } from "../../core/detect/detector";
import { partOf } from "../../core/detect/part-of-context";
import { requireSamples } from "../../core/detect/require-samples";
import type { ImageSamples } from "../../core/images/image-samples";
import type { DeepLayer } from "../../core/images/image-samples";
import { sampleIndices } from "../../core/math/random";
import { answersAtPlaces, deepFeaturesIn, IMAGES_PER_YIELD, type Channels } from "./deep-places";
import { examineImages, type Examined } from "./examine-images";
import { mapReadingParams, type MapReading } from "./map-reading";
import { PlaceGaussians, squaredDistances, type Gaussians } from "./place-gaussians";

interface PadimModel extends MapReading {
  readonly side: number;
  readonly chosen: readonly Channels[];
  readonly gaussians: Gaussians;
  /** Rows of the images learned from. */
  readonly learned: Uint32Array;
}

const MAX_SIDE = 56;

/**
 * A Gaussian of the answers of three layers at every place, and the Mahalanobis distance from it (Defard et al. 2021).
 * Three departures. The grid is that of the middle layer, since the finest one costs four times as much and finds no more.
 * Each covariance is drawn towards the mean one of all places: with fewer images than dimensions it has directions in
 * which nothing was seen. An image that was learned from is compared with the Gaussian that the others make.
 */
export const padim = defineImageDetector({
  id: "padim",
  version: 1,
  label: "PaDiM",
  family: "images",
  summary:
    "Looks at the images through a network trained on other images (MobileNetV2) and compares what it sees at each place with what is usual there.",
  blindTo: "Parts that lie elsewhere in each image: it knows what belongs to a place, not that it may move.",
  reference:
    "Defard, T., Setkov, A., Loesch, A. & Audigier, R. (2021). PaDiM: a patch distribution modeling framework for anomaly detection and localization. ICPR 2020 workshops.",
  needs: "deep-features",
  prefers: { scale: "none", encode: "one-hot", why: { code: "image-detector.own-scale" } },
  params: {
    ...mapReadingParams,
    dimensions: {
      kind: "integer",
      label: "Dimensions",
      help: "How many of the network's answers, taken at random, are looked at in each place; more see more and take longer.",
      default: 100,
      min: 5,
      max: 200,
      main: true,
    },
    shared: {
      kind: "number",
      label: "Shared by all places (%)",
      help: "How much of what is usual in one place is borrowed from all places; more helps with few images, less fits each place closer.",
      default: 20,
      min: 0,
      max: 90,
    },
  },
  async fit(images, params, context): Promise<PadimModel> {
    requireSamples(images);
    const deep = deepFeaturesIn(images);
    const chosen = channelsAtRandom(deep.layers, params.dimensions, context.random);
    const side = gridOf(deep.layers);
    const dimensions = chosen.reduce((sum, { channels }) => sum + channels.length, 0);
    const learning = new PlaceGaussians(side * side, dimensions);
    for (let from = 0; from < images.count; from += IMAGES_PER_YIELD) {
      await context.checkpoint((0.9 * from) / images.count);
      const to = Math.min(images.count, from + IMAGES_PER_YIELD);
      const answers = await answersAtPlaces(deep, chosen, side, [from, to], context);
      const width = answers.length / (to - from);
      for (let at = 0; at < answers.length; at += width) learning.add(answers.subarray(at, at + width));
    }
    const gaussians = await learning.result(params.shared / 100, partOf(context, 0.9, 1));
    const { counts, smoothing } = params;
    return { counts, smoothing, side, chosen, gaussians, learned: images.origin.slice() };
  },
  score: async (model: PadimModel, samples, context) => (await distances(model, samples, context)).scores,
  examine: (model: PadimModel, samples, context) => distances(model, samples, context),
});

/** The grid of the layer in the middle, no finer than what memory holds. */
function gridOf(layers: readonly DeepLayer[]): number {
  return Math.min(MAX_SIDE, layers[Math.floor(layers.length / 2)]?.height ?? 1);
}

function channelsAtRandom(layers: readonly DeepLayer[], dimensions: number, random: () => number): Channels[] {
  const all = layers.reduce((sum, { channels }) => sum + channels, 0);
  const picked = sampleIndices(all, dimensions, random);
  let first = 0;
  return layers.flatMap((layer) => {
    const start = first;
    first += layer.channels;
    const own = picked.filter((number) => number >= start && number < first);
    return own.length > 0 ? [{ layer, channels: Uint16Array.from(own, (number) => number - start) }] : [];
  });
}

function distances(model: PadimModel, images: ImageSamples, context: Context): Promise<Examined> {
  const { side, chosen, gaussians } = model;
  const learned = new Set(model.learned);
  return examineImages(images, model, context, { side, step: IMAGES_PER_YIELD }, async (from, to) => {
    const answers = await answersAtPlaces(deepFeaturesIn(images), chosen, side, [from, to], context);
    const places = new Float32Array((to - from) * side * side);
    const width = answers.length / (to - from);
    for (let i = 0; i < to - from; i++) {
      const isLearned = learned.has(images.origin[from + i]!); // one for each
      const squares = squaredDistances(gaussians, answers.subarray(i * width, (i + 1) * width), isLearned);
      places.set(squares.map(Math.sqrt), i * side * side);
    }
    return places;
  });
}
