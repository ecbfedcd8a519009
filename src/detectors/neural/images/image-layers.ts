import type { LayerSpec } from "../layers/kinds";

/** Height or width, and how many layers each half of a network of images has. */
const MIN_STAGES = 3;
/** The side that the middle of the network comes down to. */
const MIDDLE_SIDE = 8;
const FILTERS_BY_STAGE = [16, 32, 64] as const;

/** Sides and channels of what each stage of an encoder gives, from the image down: each halves the side. */
export function stagesOf(size: number): readonly { readonly side: number; readonly filters: number }[] {
  const stages = Math.max(MIN_STAGES, Math.ceil(Math.log2(size / MIDDLE_SIDE)));
  return Array.from({ length: stages }, (_, i) => ({
    side: Math.ceil(size / 2 ** (i + 1)),
    filters: FILTERS_BY_STAGE[Math.min(i, FILTERS_BY_STAGE.length - 1)]!, // within
  }));
}

/** Larger images hold more pixels, not more kinds of difference. */
const MAX_CODE_UNITS = 128;

/** How long the code of an image is: as long as it has pixels a side, unless told. */
export function codeLengthOf(size: number, latent: number): number {
  return latent || Math.min(MAX_CODE_UNITS, size);
}

/** From a flat image [size, size, channels] down to a flat code of so many numbers, or as many as suit its size. */
export function narrowing(
  size: number,
  channels: number,
  latent: number,
  activation: "linear" | "tanh" = "linear",
): readonly LayerSpec[] {
  return [
    { kind: "reshape", shape: [size, size, channels] },
    ...stagesOf(size).map(({ filters }) => halving(filters)),
    { kind: "flatten" },
    { kind: "dense", units: codeLengthOf(size, latent), activation },
  ];
}

/** The mirror of `narrowing`: from a code to a flat image. */
export function widening(
  size: number,
  channels: number,
  output: "linear" | "sigmoid" = "linear",
): readonly LayerSpec[] {
  const stages = stagesOf(size);
  const { side, filters } = stages.at(-1)!; // there are some
  const wider = stages.map((_, i) => stages[i - 1] ?? { side: size, filters: channels }).reverse();
  return [
    { kind: "dense", units: side * side * filters, activation: "leaky-relu" },
    { kind: "reshape", shape: [side, side, filters] },
    ...wider.flatMap((stage, i) => doubling(stage, i === wider.length - 1 ? output : "leaky-relu")),
    { kind: "flatten" },
  ];
}

export function halving(filters: number): LayerSpec {
  return { kind: "conv", filters, size: [3, 3], stride: [2, 2], padding: "same", activation: "leaky-relu" };
}

function doubling(
  { side, filters }: { readonly side: number; readonly filters: number },
  activation: "linear" | "sigmoid" | "leaky-relu",
): LayerSpec[] {
  return [
    // Windows of two by two are enough for each pixel of a block to see its neighbours.
    { kind: "conv", filters: 4 * filters, size: [2, 2], stride: [1, 1], padding: "same", activation },
    { kind: "depth-to-space", to: [side, side] },
  ];
}
