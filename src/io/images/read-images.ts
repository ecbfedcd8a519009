import { contentHashOf } from "../../core/data/content-hash";
import { Failure } from "../../core/data/failure";
import type { Note } from "../../core/data/note";
import type { SamplePlan } from "../../core/data/read-plan";
import { guessImagesKind } from "../../core/images/guess-images-kind";
import { sortPaths } from "../../core/images/image-paths";
import { imageTable } from "../../core/images/image-table";
import type { ImagesReport } from "../../core/images/images-report";
import type { ImagesKind } from "../../core/kinds/images-kind";
import { seededRandom } from "../../core/math/random";
import type { Source } from "../read/source";
import type { ReadTableOf, ReadWatch } from "../read/table-reader";
import { decodedSquares, MAX_SQUARES_BYTES } from "./decode-squares";
import { listImages, type ListedImage } from "./list-images";
import { because, type SkippedFile } from "./skipped";
import { withWindows } from "./tiff/tiff-windows";

/** Skipped files that are told by name. */
const MAX_SKIPPED_NAMED = 100;

/**
 * Finds the images among the files, decodes each of them once, and makes a table of one row per image. What cannot be
 * read is skipped and told. Throws Failure "no-images" where nothing is left, "bad-archive", "file-vanished".
 */
export async function readImages(
  { name, files: given }: Source,
  sample: SamplePlan | null,
  watch: ReadWatch,
): Promise<ReadTableOf<ImagesReport>> {
  const { images: listed, skipped } = await listImages(given, {
    checkpoint: (done, rows) => {
      watch.onProgress({ stage: "read", done, rows });
      return watch.checkpoint();
    },
  });
  const kept = await decoded(listed, sample, (done, rows) => {
    watch.onProgress({ stage: "decode", done, rows });
    return watch.checkpoint();
  });
  const { files, masks, squares, rowKind, failed, loose, notes, sourceRows } = kept;
  if (files.length === 0) throw nothingRead([...skipped, ...failed]);

  const { images } = sortPaths(files.map(({ path }) => path));
  const rows = images.map(({ place }, row) => {
    const { width, height, blob } = files[row]!; // in that order already
    return { place, width, height, bytes: blob.size };
  });
  const { columns, roles, learnFrom, folders } = imageTable(rows);
  const full: ImagesKind = { ...rowKind, learnFrom };
  const why: Note = { code: "image.shape", values: { count: rows.length } };
  return {
    dataset: { name, rowCount: rows.length, columns, sourceRows },
    content: kept.content,
    kindWhy: columns.map(() => ({ code: "image.column" })),
    report: reportOf(files, [...skipped, ...failed, ...loose], masks.size, folders, notes),
    known: { roles, rowKind: full, rowKindWhy: why },
    images: { files, masks, look: full, squares },
  };
}

async function decoded(
  listed: readonly ListedImage[],
  sample: SamplePlan | null,
  checkpoint: (done: number, rows: number) => Promise<void>,
) {
  const sorted = sortPaths(listed.map(({ path }) => path));
  const chosen = sampleOf(sorted.images, sample);
  const picked = chosen.map((at) => listed[sorted.images[at]!.file]!); // positions of the lists
  // What is looked at through a window is read twice.
  const ahead = picked.filter(({ depth }) => depth).length;
  const all = Math.max(1, ahead + picked.length);
  const { files: candidates, notes } = await withWindows(picked, (done) => checkpoint(done / all, 0));
  const guess = guessImagesKind(candidates, false, { kind: "all" });
  const hashes: string[] = [];
  const { squares: coloured, failed } = await decodedSquares(candidates, guess, {
    checkpoint: (done) => checkpoint((ahead + done) / all, done),
    onBytes: (file, bytes) => (hashes[file] = contentHashOf(bytes)),
  });
  const lost = new Set(failed);
  const rowOf = new Map<number, number>();
  chosen.forEach((at, candidate) => {
    if (!lost.has(candidate)) rowOf.set(at, rowOf.size);
  });
  const squares = withoutLost(coloured, candidates.length, lost);
  const isGrey = hasNoColour(squares);
  const masks = new Map<number, Blob>();
  const contents = candidates.map(({ path }, at) => [path, hashes[at] ?? ""]);
  for (const [at, file] of sorted.masks) {
    const row = rowOf.get(at);
    if (row === undefined) continue;
    const { path, blob } = listed[file]!; // a position of the list
    masks.set(row, blob);
    contents.push([path, contentHashOf(await bytesOfMask(blob))]);
  }
  return {
    /** In the order of the table. */
    files: candidates.filter((_, at) => !lost.has(at)),
    masks,
    squares: isGrey ? squares.filter((_, at) => at % 3 === 0) : squares,
    rowKind: { ...guess, colour: isGrey ? ("grey" as const) : ("colour" as const) },
    failed: failed.map((at): SkippedFile => ({ path: candidates[at]!.path, why: whyNot(candidates[at]!) })), // of these files
    notes,
    loose: sorted.loose.map((file): SkippedFile => ({ path: listed[file]!.path, why: { code: "image.loose-mask" } })), // of these files
    content: contentHashOf(new TextEncoder().encode(JSON.stringify(contents))),
    sourceRows: sample ? Uint32Array.from(rowOf.keys()) : null,
  };
}

/** Of files of one kind that is known and not decoded here, the kind is told, and so what to do. */
function nothingRead(skipped: readonly SkippedFile[]): Failure {
  const kinds = new Set(skipped.map(({ why }) => kindNotRead(why)));
  const [kind] = kinds;
  return kinds.size === 1 && kind
    ? new Failure({ code: "not-text", values: { kind, context: "image" } })
    : new Failure({ code: "no-images", values: { files: skipped.length } });
}

function kindNotRead({ code, values }: Note): string | null {
  if (code === "image.convert") return String(values?.["kind"]);
  if (code === "image.tiff-packed") return `TIFF (${String(values?.["packing"])})`;
  return code === "image.camera-raw" ? "RAW" : null;
}

/** What may be whole, but is decoded by some browsers only, is not called damaged. */
function whyNot({ kind }: ListedImage): Note {
  const name = kind === "heic" ? "HEIC" : kind === "avif" ? "AVIF" : kind === "webp" ? "WebP" : null;
  return name === null ? because("damaged") : because("convert", { kind: name });
}

/** Positions of the images that are kept: a seeded random sample of about as many as were asked for. */
function sampleOf(images: readonly unknown[], sample: SamplePlan | null): readonly number[] {
  const all = images.map((_, at) => at);
  if (!sample || sample.rows >= sample.of) return all;
  const random = seededRandom(sample.seed);
  return all.filter(() => random() < sample.rows / sample.of);
}

async function bytesOfMask(blob: Blob): Promise<Uint8Array> {
  return new Uint8Array(
    await blob.arrayBuffer().catch((error: unknown) => {
      throw new Failure({ code: "file-vanished", detail: String(error) });
    }),
  );
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

function reportOf(
  files: readonly ListedImage[],
  skipped: readonly SkippedFile[],
  masks: number,
  folders: ImagesReport["folders"],
  notes: readonly Note[],
): ImagesReport {
  const [first] = files;
  const isOne = first && files.every(({ width, height }) => width === first.width && height === first.height);
  return {
    skipped: { count: skipped.length, first: skipped.slice(0, MAX_SKIPPED_NAMED) },
    masks,
    size: isOne ? { width: first.width, height: first.height } : null,
    folders,
    ...(notes.length > 0 && { notes }),
    budget: MAX_SQUARES_BYTES,
  };
}
