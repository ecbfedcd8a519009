import { illegalParameter } from "../../core/data/illegal-parameter";
import { Failure } from "../../core/data/failure";
import type { Classed } from "../../core/detect/samples-base";
import type { Detector, ImageDetector, MatrixDetector } from "../../core/detect/detector";
import { matrixSamples, type MatrixSamples } from "../../core/detect/samples";
import type { DeepFeatures, ImageSamples } from "../../core/images/image-samples";
import { coreKindOf, requireKind } from "../../core/kinds/kinds";
import type { ImagesKind } from "../../core/kinds/images-kind";
import type { Look } from "../../core/images/square";
import { ignoredPixels, someSamples, squaresAsSamples } from "../../core/images/squares-as-samples";
import { resizedGrid } from "../../core/images/taps";
import type { Recipe } from "../../core/prepare/recipe";
import type { Checkpoint } from "../yield-to-events";
import { createKept, tableKey, tableStart } from "../kept";
import { requireAccepts } from "../require-accepts";
import type { Table } from "../tables";
import type { Networks } from "./networks";
import { pooledFeatures } from "./pooled-features";
import { bytesOf, channelsOf } from "../../io/images/decode-squares";
import type { ImageSet } from "./image-set";

interface Learning<S> {
  /** All images, in the order of the table. */
  readonly samples: S;
  /** Those that a detector learns from. */
  readonly learned: S;
}

/** Images, for a detector of images. */
export interface SquaresInput extends Learning<ImageSamples> {
  readonly sees: "squares";
  readonly detector: ImageDetector;
}

/** Images as rows, for a detector of rows: their pixels made few, or what a network sees in them. */
export interface ImageRowsInput extends Learning<MatrixSamples> {
  readonly sees: "rows";
  readonly detector: MatrixDetector;
  /** The features are places: [side, side, channels]; null: features of the whole image. */
  readonly grid: { readonly side: number; readonly channels: number } | null;
}

export type ImageInput = SquaresInput | ImageRowsInput;

/** Places a side of an image that a detector of rows sees. */
const CELLS_A_SIDE = 16;
/** The side that pretrained networks were trained with, and smaller ones where memory is short. */
const DEEP_SIDES = [224, 160, 112, 64] as const;
/** As pixels and as deep features. */
const MAX_KEPT_INPUTS = 2;
const MAX_DEEP_BYTES = 600_000_000;

/** What detectors are given of images. */
export function createImageInputs(networks: Networks) {
  const rows = createKept<MatrixSamples>(MAX_KEPT_INPUTS);
  const deeps = createKept<DeepFeatures>(1);

  async function imagesOf(table: Table, rowKind: ImagesKind, checkpoint: Checkpoint): Promise<ImageSamples> {
    const squares = await imageSetOf(table).squares(rowKind, checkpoint);
    return squaresAsSamples(squares, rowKind.size, channelsOf(rowKind), ignoredPixels(rowKind.ignored, rowKind.size));
  }

  async function loadDeepFeatures(table: Table, rowKind: ImagesKind, checkpoint: Checkpoint): Promise<DeepFeatures> {
    const tapped = await networks.get(rowKind.network);
    const look = deepLook(imageSetOf(table), rowKind);
    const key = tableKey(table.id, look, rowKind.ignored, tapped.key);
    const make = async () => {
      const squares = await imageSetOf(table).squares(look, checkpoint);
      const images = squaresAsSamples(squares, look.size, channelsOf(look), ignoredPixels(rowKind.ignored, look.size));
      const { deepFeaturesOf } = await import("../../detectors/neural/images/deep-features");
      return deepFeaturesOf(tapped.network, images, tapped.layers);
    };
    return deeps.get(key, make, checkpoint);
  }

  async function rowsOf(table: Table, rowKind: ImagesKind, checkpoint: Checkpoint): Promise<MatrixSamples> {
    const { size, colour, fit, ignored, rowsSee } = rowKind;
    if (rowsSee === "pixels")
      return rows.get(
        tableKey(table.id, size, colour, fit, ignored),
        async () => fewPixels(await imagesOf(table, rowKind, checkpoint), checkpoint),
        checkpoint,
      );
    const { key } = await networks.get(rowKind.network);
    return rows.get(
      tableKey(table.id, key, fit, ignored),
      async () =>
        pooledFeatures(await loadDeepFeatures(table, rowKind, checkpoint), table.dataset.rowCount, checkpoint),
      checkpoint,
    );
  }

  return {
    /** What `detector` is given of the images of a table. Rejects with "illegal-parameter" where the rows are others. */
    async get(table: Table, recipe: Recipe, detector: Detector, checkpoint: Checkpoint): Promise<ImageInput> {
      const rowKind = requireKind(recipe.rowKind, "images");
      const learned = coreKindOf(rowKind).learnedRows(table.dataset, rowKind);
      if (learned?.length === 0) throw new Failure({ code: "no-rows" });
      const classes = classesOf(table, recipe);
      const learning = <S extends MatrixSamples | ImageSamples>(samples: S): Learning<S> => {
        const all = classes ? { ...samples, ...classes } : samples;
        return { samples: all, learned: learned ? someSamples(all, learned) : all };
      };
      if (detector.accepts === "images") {
        const images = await imagesOf(table, rowKind, checkpoint);
        const deep = detector.needs === "deep-features" ? await loadDeepFeatures(table, rowKind, checkpoint) : null;
        return { sees: "squares", detector, ...learning(deep ? { ...images, deep } : images) };
      }
      const ofRows = requireAccepts(detector, "matrix");
      const samples = await rowsOf(table, rowKind, checkpoint);
      const isPixels = rowKind.rowsSee === "pixels";
      const grid = isPixels ? { side: Math.min(CELLS_A_SIDE, rowKind.size), channels: channelsOf(rowKind) } : null;
      return { sees: "rows", detector: ofRows, ...learning(samples), grid };
    },
    /** Images as few pixels, whatever detectors see: for maps and resemblance. */
    pixelRows: (table: Table, rowKind: ImagesKind, checkpoint: Checkpoint) =>
      rowsOf(table, { ...rowKind, rowsSee: "pixels" }, checkpoint),
    forgetTable(id: string): void {
      rows.forget(tableStart(id));
      deeps.forget(tableStart(id));
    },
  };
}

export type ImageInputs = ReturnType<typeof createImageInputs>;

/** The images of a table. Rejects a table that was read from text. */
export function imageSetOf({ images }: Table): ImageSet {
  if (images) return images;
  throw illegalParameter("no-images");
}

/** What a network trained on photographs is given: as large as it was trained with, no larger than the images are. */
function deepLook({ files }: ImageSet, { size, colour, fit }: ImagesKind): Look {
  const longest = files.reduce((most, { width, height }) => Math.max(most, width, height), size);
  const looks = DEEP_SIDES.map((side): Look => ({ size: Math.min(side, Math.max(size, longest)), colour, fit }));
  return looks.find((look) => bytesOf(files.length, look) <= MAX_DEEP_BYTES) ?? looks.at(-1)!; // there are some
}

async function fewPixels(images: ImageSamples, checkpoint: Checkpoint): Promise<MatrixSamples> {
  const [size = 0, , channels = 1] = images.shape;
  const side = Math.min(CELLS_A_SIDE, size);
  const width = side * side * channels;
  const values = new Float32Array(images.count * width);
  for (let image = 0; image < images.count; image++) {
    const grid = resizedGrid(images.block(image, image + 1), [size, size, channels], [side, side]);
    values.set(grid, image * width);
    await checkpoint(image / images.count);
  }
  const features = Array.from({ length: width }, (_, at) => {
    const place = Math.floor(at / channels);
    return `${Math.floor(place / side) + 1}, ${(place % side) + 1}${channels > 1 ? ` ${images.features[at % channels]}` : ""}`;
  });
  return matrixSamples(values, features);
}

function classesOf({ dataset }: Table, recipe: Recipe): Required<Classed> | null {
  const at = recipe.columns.findIndex(({ role }) => role === "class");
  const column = dataset.columns[at];
  return column?.kind === "category" ? { classes: column.codes, classNames: column.levels } : null;
}
