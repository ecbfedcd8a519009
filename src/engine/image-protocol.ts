/** Types only: what the screens ask of the engine about images, and what it answers. */
import type { Note } from "../core/data/note";
import type { HeatScale } from "../core/images/heat-colour";
import type { Region } from "../core/images/strongest-region";
import type { Recipe } from "../core/prepare/recipe";

export type { HeatScale, Region };

/** Images as the page holds them: files of a folder or of a choice, or one zip archive. */
export interface ImageSource {
  readonly kind: "images";
  /** Of the folder or the archive. */
  readonly name: string;
  /** With their paths below the folder ("train/good/001.png"), or the archive alone. */
  readonly files: readonly { readonly path: string; readonly blob: Blob }[];
}

/** What is known of a set of images beside its table (columns: image, folder, set, label, width, height, bytes). */
export interface ImagesCard {
  /** Files that are no row: the first of them by name, and how many there are. */
  readonly skipped: {
    readonly count: number;
    readonly first: readonly { readonly path: string; readonly why: Note }[];
  };
  /** Images that have a mask (white = defect) of their own. */
  readonly masks: number;
  /** All in common, or null. */
  readonly size: { readonly width: number; readonly height: number } | null;
  /** Different folders, in order of path; with how many images each holds, and whether its name speaks of ordinary ones. */
  readonly folders: readonly { readonly name: string; readonly count: number; readonly isOrdinary: boolean }[];
  /** Bytes that they may take as detectors see them, beyond which a run fails: count * size * size * channels. */
  readonly budget: number;
}

/** A small image, drawn into a square of `size` at most, its own shape kept. */
export interface ThumbnailsRequest {
  readonly dataset: string;
  readonly rows: Uint32Array;
  readonly size: number;
}

/** One image as the detectors see it: RGBA [size, size, 4]. */
export interface SeenImage {
  readonly size: number;
  readonly rgba: Uint8ClampedArray;
}

/** Images as they would be seen under a recipe's shape, to be looked at before it is chosen. */
export interface SeenRequest {
  readonly dataset: string;
  readonly recipe: Recipe;
  readonly rows: Uint32Array;
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

export interface ImagesExport {
  readonly run: string;
  /** Flagged are scores from here on. */
  readonly threshold: number;
  readonly dataset: string;
  readonly rows: "flagged" | "all";
  /** Beside each image one with its heat map over it. */
  readonly maps: boolean;
  /** scores.csv, already made. */
  readonly table: Blob;
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

/** The calls about images; those about a run reject with "illegal-parameter" where its recipe's shape is no images. */
export interface ImageCalls {
  thumbnails(request: ThumbnailsRequest): Promise<readonly ImageBitmap[]>;
  seen(request: SeenRequest): Promise<readonly SeenImage[]>;
  /** The image as it is, at most `size` a side. */
  image(dataset: string, row: number, size: number): Promise<ImageBitmap>;
  imageDetail(run: string, row: number, threshold: number): Promise<ImageDetail>;
  /** Maps for the gallery: [rows, side, side], values on the scale; null where the detector tells no places. */
  heatMaps(
    run: string,
    rows: Uint32Array,
    threshold: number,
  ): Promise<{ readonly side: number; readonly values: Float32Array; readonly scale: HeatScale } | null>;
  evaluateMaps(run: string): Promise<MaskEvaluation | null>;
  supplyNetwork(files: readonly { readonly path: string; readonly blob: Blob }[]): Promise<SuppliedNetworkCard>;
}
