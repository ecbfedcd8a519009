import type { Context } from "../detect/context";
import type { MatrixSamples } from "../detect/samples";
import type { DeepFeatures, ImageSamples } from "./image-samples";
import { IGNORE_GRID } from "../kinds/images-kind";

const CHANNEL_NAMES = { 1: ["grey"], 3: ["red", "green", "blue"] } as const;

/** 1 per pixel [size, size] that lies in one of the cells of the grid over the square; null: none does. */
export function ignoredPixels(cells: readonly number[], size: number): Uint8Array | null {
  if (cells.length === 0) return null;
  const isIgnored = new Set(cells);
  const cellAt = (pixel: number) => Math.floor(((pixel + 0.5) * IGNORE_GRID) / size);
  return Uint8Array.from({ length: size * size }, (_, at) =>
    isIgnored.has(cellAt(Math.floor(at / size)) * IGNORE_GRID + cellAt(at % size)) ? 1 : 0,
  );
}

/** Squares [count, size, size, channels] of bytes as the samples of a detector: 0 to 1, and 0 where nobody shall look. */
export function squaresAsSamples(
  squares: Uint8Array,
  size: number,
  channels: 1 | 3,
  ignored: Uint8Array | null,
): ImageSamples {
  const width = size * size * channels;
  const count = squares.length / width;
  return {
    kind: "images",
    count,
    shape: [size, size, channels],
    width,
    features: CHANNEL_NAMES[channels],
    origin: Uint32Array.from({ length: count }, (_, image) => image),
    ignored,
    block(from, to) {
      const values = Float32Array.from(squares.subarray(from * width, to * width), (value) => value / 255);
      if (ignored)
        for (let start = 0; start < values.length; start += width)
          ignored.forEach((isIgnored, pixel) => {
            if (isIgnored) values.fill(0, start + pixel * channels, start + (pixel + 1) * channels);
          });
      return values;
    },
  };
}

/** Some of the samples, by number, ascending: each keeps the row that it comes from, its class and its label. */
export function someSamples<S extends MatrixSamples | ImageSamples>(samples: S, which: Uint32Array): S {
  const { width, classes } = samples;
  const deep: DeepFeatures | undefined = "deep" in samples ? samples.deep : undefined;
  const normal = "normal" in samples ? samples.normal : undefined;
  return {
    ...samples,
    count: which.length,
    origin: which.map((sample) => samples.origin[sample]!), // numbers of samples
    ...(classes ? { classes: Int32Array.from(which, (sample) => classes[sample]!) } : {}), // one class a sample
    ...(normal ? { normal: Uint8Array.from(which, (sample) => normal[sample]!) } : {}), // one flag a sample
    ...(deep ? { deep: someDeep(deep, which) } : {}),
    block(from: number, to: number) {
      const values = new Float32Array((to - from) * width);
      for (const run of runsOf(which, from, to)) values.set(samples.block(run.from, run.to), run.at * width);
      return values;
    },
  };
}

function someDeep(deep: DeepFeatures, which: Uint32Array): DeepFeatures {
  return {
    layers: deep.layers,
    async block(from, to, layers, context: Context) {
      const widths = layers.map((name) => {
        const layer = deep.layers.find((one) => one.name === name);
        return layer ? layer.height * layer.width * layer.channels : 0;
      });
      const blocks = widths.map((width) => new Float32Array((to - from) * width));
      for (const run of runsOf(which, from, to)) {
        const answers = await deep.block(run.from, run.to, layers, context);
        answers.forEach((answer, layer) => blocks[layer]!.set(answer, run.at * widths[layer]!)); // one for each layer
      }
      return blocks;
    },
  };
}

/** Numbers from..to of a list, as runs of numbers that follow each other; `at` counts from `from`. */
function runsOf(which: Uint32Array, from: number, to: number): { at: number; from: number; to: number }[] {
  const runs: { at: number; from: number; to: number }[] = [];
  for (let place = from; place < to; place++) {
    const sample = which[place]!; // to <= length
    const last = runs.at(-1);
    if (last?.to === sample) last.to++;
    else runs.push({ at: place - from, from: sample, to: sample + 1 });
  }
  return runs;
}
