import { squareOf, type Look, type Pixels } from "../../core/images/square";
import { pixelsOf } from "./decode-image";
import type { ListedImage } from "./list-images";

/** Bytes of squares that are kept, and the most that one set may take. */
export const MAX_SQUARES_BYTES = 1_000_000_000;
/** Images that are decoded side by side, and their pixels together. */
const IMAGES_AT_ONCE = 4;
const PIXELS_AT_ONCE = 40_000_000;

export function channelsOf({ colour }: Pick<Look, "colour">): 1 | 3 {
  return colour === "grey" ? 1 : 3;
}

/** What the squares of a set take. */
export function bytesOf(count: number, look: Look): number {
  return count * look.size * look.size * channelsOf(look);
}

interface Following {
  /** How many of them are done; rejects to stop. */
  checkpoint(done: number): Promise<void>;
  /** Hears the bytes of every file as it lies on disk, which are then decoded: nothing is read twice. */
  onBytes?(file: number, bytes: Uint8Array): void;
}

/** Squares of all files, and which of them cannot be decoded; theirs stay black. */
export async function decodedSquares(
  files: readonly ListedImage[],
  look: Look,
  { checkpoint, onBytes }: Following,
): Promise<{ squares: Uint8Array; failed: readonly number[] }> {
  const width = bytesOf(1, look);
  const squares = new Uint8Array(files.length * width);
  const failed: number[] = [];
  for (let from = 0; from < files.length;) {
    const to = endOfBatch(files, from);
    const batch = files.slice(from, to).map((image, at) => decoded(image, from + at).catch(() => null));
    for (const [at, pixels] of (await Promise.all(batch)).entries())
      if (pixels) squares.set(squareOf(pixels, look), (from + at) * width);
      else failed.push(from + at);
    from = to;
    await checkpoint(to);
  }
  return { squares, failed };

  async function decoded(image: ListedImage, file: number): Promise<Pixels> {
    if (!onBytes) return pixelsOf(image);
    const bytes = await image.blob.arrayBuffer();
    onBytes(file, new Uint8Array(bytes));
    return pixelsOf({ ...image, blob: new Blob([bytes]) });
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
