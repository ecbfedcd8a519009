/** Types only: what is asked of images. What is asked of a run is rejected with "illegal-parameter" where its recipe reads the rows otherwise. */
import type { RowsWanted } from "./exports";
import type { HeatScale } from "../../core/images/heat-colour";
import type { Recipe } from "../../core/prepare/recipe";
import type { SourceFile } from "../../io/read/source";
import type { Call, HeavyCall } from "./call";
import type { SaidOfLabel } from "./evaluation";
import type { ImageDetail, MaskEvaluation, SeenImage, SuppliedNetworkCard } from "./image-cards";

/** A small image, drawn into a square of `size` at most, its own shape kept. */
export interface ThumbnailsRequest {
  readonly dataset: string;
  readonly rows: Uint32Array;
  readonly size: number;
}

/** Images as they would be seen under a recipe's shape, to be looked at before it is chosen. */
export interface SeenRequest {
  readonly dataset: string;
  readonly recipe: Recipe;
  readonly rows: Uint32Array;
}

export interface ImagesExport {
  readonly run: string;
  /** Flagged are scores from here on. */
  readonly threshold: number;
  readonly dataset: string;
  readonly rows: RowsWanted;
  /** Beside each image one with its heat map over it. */
  readonly maps: boolean;
  /** scores.csv, already made. */
  readonly table: Blob;
}

export interface ImageRequest {
  readonly dataset: string;
  readonly row: number;
  /** Pixels a side, at most. */
  readonly size: number;
}

export interface ImageDetailRequest {
  readonly run: string;
  readonly row: number;
  readonly threshold: number;
}

export interface HeatMapsRequest {
  readonly run: string;
  readonly rows: Uint32Array;
  readonly threshold: number;
}

/** Maps for the gallery: [rows, side, side], values on the scale. */
export interface HeatMaps {
  readonly side: number;
  readonly values: Float32Array;
  readonly scale: HeatScale;
}

export interface ImageCalls {
  thumbnails: Call<ThumbnailsRequest, readonly ImageBitmap[]>;
  seen: Call<SeenRequest, readonly SeenImage[]>;
  /** The image as it is. */
  image: Call<ImageRequest, ImageBitmap>;
  imageDetail: Call<ImageDetailRequest, ImageDetail>;
  /** Null where the detector tells no places. */
  heatMaps: Call<HeatMapsRequest, HeatMaps | null>;
  evaluateMaps: Call<SaidOfLabel & { readonly run: string }, MaskEvaluation | null>;
  supplyNetwork: Call<{ readonly files: readonly SourceFile[] }, SuppliedNetworkCard>;
  /** A zip of images, of their maps where asked for, and the table of scores. */
  exportImages: HeavyCall<ImagesExport, Blob>;
}
