import { contentHashOf } from "../../core/data/content-hash";
import { Failure } from "../../core/data/failure";
import { profileColumn } from "../../core/data/profile";
import { guessImagesKind } from "../../core/images/guess-images-kind";
import type { ImagesKind } from "../../core/kinds/images-kind";
import { sortPaths } from "../../core/images/image-paths";
import { imageTable } from "../../core/images/image-table";
import { defaultRecipe } from "../../core/prepare/default-recipe";
import { listImages, type ListedImage } from "../../io/images/list-images";
import type { SkippedFile } from "../../io/images/skipped";
import { createCheckpoint } from "../yield-to-events";
import type { CallTools } from "../calls/host";
import type { DatasetCard, Phase, ImagesCard, ImageSource } from "../protocol";
import { cardOf, type Table } from "../tables";
import { MAX_SQUARES_BYTES, createImageSet, decodedSquares } from "./image-set";

/** Skipped files that are told by name. */
const MAX_SKIPPED_NAMED = 100;

/**
 * Finds the images among the files, decodes each of them once, and makes a table of one row per image. What cannot be
 * read is skipped and told. Rejects with "no-images" where nothing is left.
 */
export async function openImages(
  source: ImageSource,
  tools: CallTools,
): Promise<{ readonly table: Table; readonly card: DatasetCard }> {
  let phase: Phase = "read";
  const checkpoint = createCheckpoint(tools, () => phase);
  const { images: listed, skipped } = await listImages(source.files, {
    checkpoint: (done, rows) => checkpoint(done, { rows }),
  });
  phase = "prepare";
  const {
    files,
    masks,
    squares,
    rowKind,
    failed,
    loose,
    content: id,
  } = await decoded(listed, (done, more) => checkpoint(done, more));
  if (files.length === 0) throw new Failure({ code: "no-images", values: { files: skipped.length + failed.length } });

  const { images } = sortPaths(files.map(({ path }) => path));
  const rows = images.map(({ place }, row) => {
    const { width, height, blob } = files[row]!; // in that order already
    return { place, width, height, bytes: blob.size };
  });
  const { columns, roles, learnFrom, folders } = imageTable(rows);
  const full: ImagesKind = { ...rowKind, learnFrom };
  const profiles = columns.map(profileColumn);
  const dataset = { name: source.name, rowCount: rows.length, columns, sourceRows: null };
  const table: Table = {
    id,
    dataset,
    profiles,
    images: createImageSet(files, masks, { look: full, squares }),
  };
  const all = [...skipped, ...failed, ...loose];
  const card = cardOf(table, {
    kindWhy: columns.map(() => ({ code: "image.column" })),
    roles,
    recipe: {
      ...defaultRecipe(
        columns,
        profiles,
        roles.map(({ role }) => role),
      ),
      rowKind: full,
    },
    rowKindWhy: { code: "image.shape", values: { count: rows.length } },
    report: null,
    images: imagesCard(files, all, masks.size, folders),
  });
  return { table, card };
}

interface Decoded {
  /** In the order of the table. */
  readonly files: readonly ListedImage[];
  readonly masks: ReadonlyMap<number, Blob>;
  readonly squares: Uint8Array;
  readonly rowKind: ImagesKind;
  readonly failed: readonly SkippedFile[];
  readonly loose: readonly SkippedFile[];
  /** A hash of the bytes of all images and masks, and of their paths. */
  readonly content: string;
}

async function decoded(
  listed: readonly ListedImage[],
  checkpoint: Parameters<typeof decodedSquares>[2],
): Promise<Decoded> {
  const sorted = sortPaths(listed.map(({ path }) => path));
  const candidates = sorted.images.map(({ file }) => listed[file]!); // files of the list
  const hashes: string[] = [];
  const guess = guessImagesKind(candidates, false, { kind: "all" });
  const { squares: coloured, failed } = await decodedSquares(candidates, guess, checkpoint, (file, bytes) => {
    hashes[file] = contentHashOf(bytes);
  });
  const lost = new Set(failed);
  const rowOf = new Map<number, number>();
  candidates.forEach((_, at) => {
    if (!lost.has(at)) rowOf.set(at, rowOf.size);
  });
  const files = candidates.filter((_, at) => !lost.has(at));
  const squares = withoutLost(coloured, candidates.length, lost);
  const isGrey = hasNoColour(squares);
  const masks = new Map<number, Blob>();
  const contents = candidates.map(({ path }, at) => [path, hashes[at] ?? ""]);
  for (const [at, file] of sorted.masks) {
    const row = rowOf.get(at);
    if (row === undefined) continue;
    const { path, blob } = listed[file]!; // a position of the list
    masks.set(row, blob);
    contents.push([path, contentHashOf(await bytesIn(blob))]);
  }
  return {
    files,
    masks,
    squares: isGrey ? squares.filter((_, at) => at % 3 === 0) : squares,
    rowKind: { ...guess, colour: isGrey ? "grey" : "colour" },
    failed: failed.map((at) => ({ path: candidates[at]!.path, why: { code: "image.damaged" } })), // of these files
    loose: sorted.loose.map((file) => ({ path: listed[file]!.path, why: { code: "image.loose-mask" } })), // of these files
    content: contentHashOf(new TextEncoder().encode(JSON.stringify(contents))),
  };
}

async function bytesIn(blob: Blob): Promise<Uint8Array> {
  try {
    return new Uint8Array(await blob.arrayBuffer());
  } catch (error) {
    throw new Failure({ code: "file-vanished", detail: String(error) });
  }
}

function withoutLost(squares: Uint8Array, count: number, lost: ReadonlySet<number>): Uint8Array {
  if (lost.size === 0) return squares;
  const width = squares.length / count;
  const kept = new Uint8Array((count - lost.size) * width);
  let out = 0;
  for (let at = 0; at < count; at++)
    if (!lost.has(at)) kept.set(squares.subarray(at * width, (at + 1) * width), width * out++);
  return kept;
}

/** Whether no pixel [.., 3] has a colour; a little of it comes from compression. */
function hasNoColour(values: Uint8Array): boolean {
  for (let at = 0; at < values.length; at += 3) {
    const [red, green, blue] = [values[at]!, values[at + 1]!, values[at + 2]!]; // three by three
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > 3) return false;
  }
  return true;
}

function imagesCard(
  files: readonly ListedImage[],
  skipped: readonly SkippedFile[],
  masks: number,
  folders: ImagesCard["folders"],
): ImagesCard {
  const [first] = files;
  const isOne = first && files.every(({ width, height }) => width === first.width && height === first.height);
  return {
    skipped: { count: skipped.length, first: skipped.slice(0, MAX_SKIPPED_NAMED) },
    masks,
    size: isOne ? { width: first.width, height: first.height } : null,
    folders,
    budget: MAX_SQUARES_BYTES,
  };
}
