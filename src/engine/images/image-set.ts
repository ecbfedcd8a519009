import { Failure } from "../../core/data/failure";
import { squareOf, type Look, type Pixels } from "../../core/images/square";
import { pixelsOf } from "../../io/images/decode-image";
import type { ListedImage } from "../../io/images/list-images";
import type { Checkpoint } from "../yield-to-events";

/** Bytes of squares that are kept, and the most that one set may take. */
export const MAX_SQUARES_BYTES = 1_000_000_000;
/** Images that are decoded side by side, and their pixels together. */
const IMAGES_AT_ONCE = 4;
const PIXELS_AT_ONCE = 40_000_000;

/** The images of a table, by row: files as they are, and squares as detectors see them. */
export interface ImageSet {
  readonly files: readonly ListedImage[];
  /** By row. */
  readonly masks: ReadonlyMap<number, Blob>;
  /**
   * All of them as they look: [count, size, size, channels]. Kept while there is room. Rejects with "out-of-memory"
   * where they would take more than 1 GB, with "file-vanished" where one can no longer be read.
   */
  squares(look: Look, checkpoint: Checkpoint): Promise<Uint8Array>;
  /** One of them; only it is decoded where not all are at hand. */
  square(look: Look, row: number): Promise<Uint8Array>;
}

/** `first` are squares that were made already. */
export function createImageSet(
  files: readonly ListedImage[],
  masks: ReadonlyMap<number, Blob>,
  first: { readonly look: Look; readonly squares: Uint8Array },
): ImageSet {
  const kept = new Map([[keyOf(first.look), first.squares]]);
  return {
    files,
    masks,
    async squares(look, checkpoint) {
      const key = keyOf(look);
      const known = kept.get(key);
      kept.delete(key);
      const made = known ?? (await madeSquares(look, checkpoint));
      kept.set(key, made);
      return made;
    },
    async square(look, row) {
      const width = bytesOf(1, look);
      const all = kept.get(keyOf(look));
      return all ? all.subarray(row * width, (row + 1) * width) : squareOf(await readPixels(files[row]), look);
    },
  };

  async function madeSquares(look: Look, checkpoint: Checkpoint): Promise<Uint8Array> {
    const bytes = bytesOf(files.length, look);
    if (bytes > MAX_SQUARES_BYTES) throw new Failure({ code: "out-of-memory" });
    let taken = [...kept.values()].reduce((sum, { length }) => sum + length, 0);
    for (const [key, { length }] of kept) {
      if (taken + bytes <= MAX_SQUARES_BYTES) break;
      kept.delete(key);
      taken -= length;
    }
    const { squares, failed } = await decodedSquares(files, look, checkpoint);
    if (failed.length > 0) throw new Failure({ code: "file-vanished", detail: files[failed[0]!]!.path }); // of these files
    return squares;
  }
}

async function readPixels(file: ListedImage | undefined): Promise<Pixels> {
  if (!file) throw new Failure({ code: "illegal-parameter", values: { parameter: "row", why: "no such image" } });
  return pixelsOf(file.blob).catch((error: unknown) => {
    throw new Failure({ code: "file-vanished", detail: String(error) });
  });
}

export function channelsOf({ colour }: Pick<Look, "colour">): 1 | 3 {
  return colour === "grey" ? 1 : 3;
}

/** What the squares of a set take. */
export function bytesOf(count: number, look: Look): number {
  return count * look.size * look.size * channelsOf(look);
}

function keyOf({ size, colour, fit }: Look): string {
  return `${size} ${colour} ${fit}`;
}

/**
 * Squares of all files, and which of them cannot be decoded; theirs stay black. `onBytes` hears the bytes of every file,
 * which are then decoded: nothing is read twice.
 */
export async function decodedSquares(
  files: readonly ListedImage[],
  look: Look,
  checkpoint: Checkpoint,
  onBytes?: (file: number, bytes: Uint8Array) => void,
): Promise<{ squares: Uint8Array; failed: readonly number[] }> {
  const width = bytesOf(1, look);
  const squares = new Uint8Array(files.length * width);
  const failed: number[] = [];
  for (let from = 0; from < files.length;) {
    const to = endOfBatch(files, from);
    const batch = files.slice(from, to).map(({ blob }, at) => decoded(blob, from + at).catch(() => null));
    for (const [at, pixels] of (await Promise.all(batch)).entries())
      if (pixels) squares.set(squareOf(pixels, look), (from + at) * width);
      else failed.push(from + at);
    from = to;
    await checkpoint(to / files.length, { rows: to });
  }
  return { squares, failed };

  async function decoded(blob: Blob, file: number): Promise<Pixels> {
    if (!onBytes) return pixelsOf(blob);
    const bytes = await blob.arrayBuffer();
    onBytes(file, new Uint8Array(bytes));
    return pixelsOf(new Blob([bytes]));
  }
}

function endOfBatch(files: readonly ListedImage[], from: number): number {
  let pixels = 0;
  for (let to = from; to < files.length; to++) {
    const { width, height } = files[to]!; // to < length
    pixels += width * height;
    if (to > from && (to - from === IMAGES_AT_ONCE || pixels > PIXELS_AT_ONCE)) return to;
  }
  return files.length;
}
