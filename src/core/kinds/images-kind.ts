declare module "./row-kind" {
  interface RowKinds {
    images: KindForms<ImagesKind>;
  }
}

/** Rows are images: what detectors see of them, and which of them are learned from. A part of the recipe. */
export interface ImagesKind {
  readonly kind: "images";
  /** Pixels a side of the square that detectors see: 28 to 224. */
  readonly size: number;
  readonly colour: "grey" | "colour";
  /** How an image becomes square: pressed into it, its middle cut out, or a margin of its own edge colour added. */
  readonly fit: "stretch" | "crop" | "pad";
  readonly learnFrom: LearnFrom;
  /**
   * Places that no detector looks at, the same in all images: cells of a grid of IGNORE_GRID a side laid over the
   * square, row after row, ascending.
   */
  readonly ignored: readonly number[];
  /** What a detector of rows is given of an image: its pixels made few, or what a network pretrained on images sees. */
  readonly rowsSee: "pixels" | "deep-features";
  /** The network of the deep features: the one that comes with the page, or one that a person supplied. */
  readonly network: "mobilenet-v2" | SuppliedNetwork;
}

/** Which images a detector learns from; all are scored. */
export type LearnFrom =
  | { readonly kind: "all" }
  /** Those in the folders of these names (levels of the column "folder"). */
  | { readonly kind: "folders"; readonly folders: readonly string[] }
  /** Picked by hand: rows, ascending. */
  | { readonly kind: "images"; readonly rows: readonly number[] };

/** A network of layers in TensorFlow.js's format, as the engine answered when it was supplied. */
export interface SuppliedNetwork {
  /** Of its content. */
  readonly id: string;
  readonly name: string;
  /** The layers whose answers are the features, shallow first; each gives [height, width, channels]. */
  readonly layers: readonly string[];
}

export const IGNORE_GRID = 64;
export const MIN_IMAGE_SIZE = 28;
export const MAX_IMAGE_SIZE = 224;
