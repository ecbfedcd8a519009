import { Failure } from "../../core/data/failure";
import type { Note } from "../../core/data/note";
import type { Detector } from "../../core/detect/detector";
import { matrixSamples, type Samples } from "../../core/detect/samples";
import type { DeepFeatures, ImageSamples } from "../../core/images/image-samples";
import type { ImagesShape } from "../../core/images/images-shape";
import { learnedRows } from "../../core/images/learned-rows";
import type { Look } from "../../core/images/square";
import { ignoredPixels, someSamples, squaresAsSamples } from "../../core/images/squares-as-samples";
import { resizedGrid } from "../../core/images/taps";
import type { Recipe } from "../../core/prepare/recipe";
import type { Checkpoint } from "../yield-to-events";
import type { Table } from "../tables";
import type { Networks } from "./networks";
import { pooledFeatures } from "./pooled-features";
import { bytesOf, channelsOf, type ImageSet } from "./image-set";

interface Learning<S extends Samples> {
  /** All images, in the order of the table. */
  readonly samples: S;
  /** Those that a detector learns from. */
  readonly learned: S;
  readonly notes: readonly Note[];
}

/** Images, for a detector of images. */
export interface ImagesInput extends Learning<ImageSamples> {
  readonly kind: "images";
}

/** Images as rows, for a detector of rows: their pixels made few, or what a network sees in them. */
export interface ImageRowsInput extends Learning<Samples> {
  readonly kind: "image-rows";
  /** The features are places: [side, side, channels]; null: features of the whole image. */
  readonly grid: { readonly side: number; readonly channels: number } | null;
}

export type ImageInput = ImagesInput | ImageRowsInput;

/** Places a side of an image that a detector of rows sees. */
const SIDE = 16;
/** The side that pretrained networks were trained with, and smaller ones where memory is short. */
const DEEP_SIDES = [224, 160, 112, 64] as const;
/** As pixels and as deep features. */
const ROWS_KEPT = 2;
const DEEP_ROOM = 600_000_000;

/** What detectors are given of images. */
export function createImageInputs(networks: Networks) {
  const rows = new Map<string, Promise<Samples>>();
  const deeps = new Map<string, Promise<DeepFeatures>>();

  async function imagesOf(table: Table, shape: ImagesShape, checkpoint: Checkpoint): Promise<ImageSamples> {
    const squares = await imageSetOf(table).squares(shape, checkpoint);
    return squaresAsSamples(squares, shape.size, channelsOf(shape), ignoredPixels(shape.ignored, shape.size));
  }

  async function deepOf(table: Table, shape: ImagesShape, checkpoint: Checkpoint): Promise<DeepFeatures> {
    const tapped = await networks.get(shape.network);
    const look = deepLook(imageSetOf(table), shape);
    const key = JSON.stringify([table.id, look, shape.ignored, tapped.key]);
    return lately(deeps, 1, key, async () => {
      const squares = await imageSetOf(table).squares(look, checkpoint);
      const images = squaresAsSamples(squares, look.size, channelsOf(look), ignoredPixels(shape.ignored, look.size));
      const { deepFeaturesOf } = await import("../../detectors/neural/images/deep-features");
      return deepFeaturesOf(tapped.network, images, tapped.layers);
    });
  }

  async function rowsOf(table: Table, shape: ImagesShape, checkpoint: Checkpoint): Promise<Samples> {
    const { size, colour, fit, ignored, rowsSee } = shape;
    if (rowsSee === "pixels")
      return lately(rows, ROWS_KEPT, JSON.stringify([table.id, size, colour, fit, ignored]), async () =>
        fewPixels(await imagesOf(table, shape, checkpoint), checkpoint),
      );
    const { key } = await networks.get(shape.network);
    return lately(rows, ROWS_KEPT, JSON.stringify([table.id, key, fit, ignored]), async () =>
      pooledFeatures(await deepOf(table, shape, checkpoint), table.dataset.rowCount, checkpoint),
    );
  }

  return {
    async get(
      table: Table,
      recipe: Recipe,
      shape: ImagesShape,
      detector: Pick<Detector, "accepts" | "needs">,
      checkpoint: Checkpoint,
    ): Promise<ImageInput> {
      const learned = learnedRows(table.dataset, shape.learnFrom);
      if (learned?.length === 0) throw new Failure({ code: "no-rows" });
      const classes = classesOf(table, recipe);
      const learning = <S extends Samples>(samples: S): Learning<S> => {
        const all = classes ? { ...samples, classes } : samples;
        return { samples: all, learned: learned ? someSamples(all, learned) : all, notes: [] };
      };
      if (!detector.accepts.includes("images")) {
        const samples = await rowsOf(table, shape, checkpoint);
        const grid =
          shape.rowsSee === "pixels" ? { side: Math.min(SIDE, shape.size), channels: channelsOf(shape) } : null;
        return { kind: "image-rows", ...learning(samples), grid };
      }
      const images = await imagesOf(table, shape, checkpoint);
      const deep = detector.needs === "deep-features" ? await deepOf(table, shape, checkpoint) : null;
      return { kind: "images", ...learning(deep ? { ...images, deep } : images) };
    },
    /** Images as few pixels, whatever detectors see: for maps and resemblance. */
    pixelRows: (table: Table, shape: ImagesShape, checkpoint: Checkpoint) =>
      rowsOf(table, { ...shape, rowsSee: "pixels" }, checkpoint),
    forgetTable(): void {
      rows.clear();
      deeps.clear();
    },
  };
}

/** The shape of a recipe whose rows are images. Rejects any other with "illegal-parameter". */
export function imagesShapeOf({ shape }: Recipe): ImagesShape {
  if (shape?.kind === "images") return shape;
  throw new Failure({ code: "illegal-parameter", values: { parameter: "shape", why: "no images" } });
}

/** The images of a table. Rejects a table that was read from text. */
export function imageSetOf({ images }: Table): ImageSet {
  if (images) return images;
  throw new Failure({ code: "illegal-parameter", values: { parameter: "dataset", why: "no images" } });
}

/** What was made last is kept: `most` of it. */
async function lately<T>(kept: Map<string, Promise<T>>, most: number, key: string, make: () => Promise<T>): Promise<T> {
  const known = kept.get(key);
  if (known) return known;
  const made = make();
  kept.set(key, made);
  for (const oldest of kept.keys()) if (kept.size > most) kept.delete(oldest);
  made.catch(() => kept.delete(key));
  return made;
}

/** What a network trained on photographs is given: as large as it was trained with, no larger than the images are. */
function deepLook({ files }: ImageSet, { size, colour, fit }: ImagesShape): Look {
  const longest = files.reduce((most, { width, height }) => Math.max(most, width, height), size);
  const looks = DEEP_SIDES.map((side): Look => ({ size: Math.min(side, Math.max(size, longest)), colour, fit }));
  return looks.find((look) => bytesOf(files.length, look) <= DEEP_ROOM) ?? looks.at(-1)!; // there are some
}

async function fewPixels(images: ImageSamples, checkpoint: Checkpoint): Promise<Samples> {
  const [size = 0, , channels = 1] = images.shape;
  const side = Math.min(SIDE, size);
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

function classesOf({ dataset }: Table, recipe: Recipe): Int32Array | null {
  const at = recipe.columns.findIndex(({ role }) => role === "class");
  const column = dataset.columns[at];
  return column?.kind === "category" ? column.codes : null;
}
