import { illegalParameter } from "../../core/data/illegal-parameter";
import { Failure } from "../../core/data/failure";
import { squareOf, type Look, type Pixels } from "../../core/images/square";
import { pixelsOf } from "../../io/images/decode-image";
import { bytesOf, decodedSquares, MAX_SQUARES_BYTES } from "../../io/images/decode-squares";
import type { ListedImage } from "../../io/images/list-images";
import type { ReadImages } from "../../io/read/table-reader";
import type { Checkpoint } from "../yield-to-events";

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

/** The set of images that were read, with the squares that were decoded meanwhile. */
export function createImageSet({ files, masks, ...first }: ReadImages): ImageSet {
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
    const { squares, failed } = await decodedSquares(files, look, {
      checkpoint: (done) => checkpoint(done / files.length, { rows: done }),
    });
    if (failed.length > 0) throw new Failure({ code: "file-vanished", detail: files[failed[0]!]!.path }); // of these files
    return squares;
  }
}

async function readPixels(file: ListedImage | undefined): Promise<Pixels> {
  if (!file) throw illegalParameter("no-image");
  return pixelsOf(file).catch((error: unknown) => {
    throw new Failure({ code: "file-vanished", detail: String(error) });
  });
}

function keyOf({ size, colour, fit }: Look): string {
  return `${size} ${colour} ${fit}`;
}
