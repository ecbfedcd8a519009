/** Types only: images, as the page knows them. */
import type { HeatScale } from "../../core/images/heat-colour";
import type { Region } from "../../core/images/strongest-region";

/** One image as the detectors see it: RGBA [size, size, 4]. */
export interface SeenImage {
  readonly size: number;
  readonly rgba: Uint8ClampedArray;
}

/** Everything that the inspector draws of one image. */
export interface ImageDetail {
  readonly row: number;
  readonly seen: SeenImage;
  /** What the detector made of it: rebuilt, or null where it rebuilds nothing. */
  readonly rebuilt: SeenImage | null;
  /** null where the detector tells no places. */
  readonly heat: { readonly height: number; readonly width: number; readonly values: Float32Array } | null;
  /** null where there is no heat. */
  readonly scale: HeatScale | null;
  /** The strongest places together; null where nothing reaches the threshold's scale. */
  readonly strongest: Region | null;
  /** The defect as a person marked it: 1 per cell of [size, size]. */
  readonly mask: Uint8Array | null;
  /** The most similar image that is not flagged, of those learned from where there are some. */
  readonly nearest: { readonly row: number; readonly seen: SeenImage } | null;
}

/** How the maps of a run agree with the masks. */
export interface MaskEvaluation {
  /** Images with a mask. */
  readonly images: number;
  readonly pixelAuc: number;
  /** Share of the images with a mask whose strongest place lies in it (widened by a twentieth of the side). */
  readonly peakInMask: number;
}

/** A network that a person supplied (model.json and its weight files). */
export interface SuppliedNetworkCard {
  readonly id: string;
  readonly name: string;
  /** All layers that give [height, width, channels]. */
  readonly layers: readonly {
    readonly name: string;
    readonly height: number;
    readonly width: number;
    readonly channels: number;
  }[];
  /** Those to start with: three at different depths. */
  readonly suggested: readonly string[];
}
