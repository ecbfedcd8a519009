import type { Context } from "../detect/context";
import type { Classed, SamplesBase } from "../detect/samples-base";

/**
 * Images of one size: sample i is one image, `shape` is [size, size, channels] with 1 (grey) or 3 channels,
 * values 0 to 1, row after row, channels last; 0 in ignored places. `features` names the channels, `origin` is the row
 * of the image in the table. A detector gives one score per image.
 */
export interface ImageSamples extends SamplesBase, Classed {
  readonly kind: "images";
  /** 1 per pixel [size, size] that nobody shall look at; null: all are looked at. */
  readonly ignored: Uint8Array | null;
  /** Present where the detector `needs` them. */
  readonly deep?: DeepFeatures;
}

/** What the inner layers of a network pretrained on other images answer for each image. */
export interface DeepFeatures {
  /** Shallow first. */
  readonly layers: readonly DeepLayer[];
  /**
   * Answers for samples `from` (included) to `to` (excluded): one [to - from, height, width, channels] per layer asked,
   * in the order asked. Slow (about a tenth of a second an image without a graphics card) the first time; kept while
   * there is room. Reports nothing: the caller checkpoints between small blocks.
   */
  block(from: number, to: number, layers: readonly string[], context: Context): Promise<readonly Float32Array[]>;
}

export interface DeepLayer {
  readonly name: string;
  readonly height: number;
  readonly width: number;
  readonly channels: number;
}
