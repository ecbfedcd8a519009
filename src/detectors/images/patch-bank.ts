import type { Context } from "../../core/detect/context";

/** Ordinary patches. */
export interface PatchBank {
  /** [count, width], already scaled. */
  readonly patches: Float32Array;
  readonly width: number;
  /** The row of the image that each comes from. */
  readonly origins: Uint32Array;
  /** What a patch's numbers are multiplied by before they are compared. */
  readonly scale: Float32Array;
  /** Of each patch its nearest ones in the bank, itself among them: [count, NEIGHBOURS_OF_NEAREST], or all where there are fewer. */
  readonly neighbours: Uint32Array;
}

/** Numbers that are added up before it is asked whether the patch can still be the nearest. */
const NUMBERS_PER_CHECK = 16;
/** Patches of the bank that tell how rare the nearest one is: it and eight more. */
const NEIGHBOURS_OF_NEAREST = 9;

/** The nearest patches of each patch. */
export async function neighboursOf(patches: Float32Array, width: number, context: Context): Promise<Uint32Array> {
  const count = patches.length / width;
  const each = Math.min(NEIGHBOURS_OF_NEAREST, count);
  const neighbours = new Uint32Array(count * each);
  for (let patch = 0; patch < count; patch++) {
    if (patch % 16 === 0) await context.checkpoint(patch / count);
    const own = patches.subarray(patch * width, (patch + 1) * width);
    const squares = Float64Array.from({ length: count }, (_, other) =>
      squareBetween(own, patches, other * width, Infinity),
    );
    const order = Uint32Array.from(squares.keys()).sort((a, b) => squares[a]! - squares[b]!); // its own keys
    neighbours.set(order.subarray(0, each), patch * each);
  }
  return neighbours;
}

/**
 * The distance of each of an image's patches [places, width] from the nearest one of the bank that is not of the image's
 * own row (of any where there is no other), weighted by how rare that one is: equation 7 of Roth et al., who weigh the
 * strangest patch of an image alone.
 */
export function nearestPatches(bank: PatchBank, answers: Float32Array, row: number): Float32Array {
  const { patches, width, origins, scale } = bank;
  const all = Uint32Array.from(origins, (_, i) => i);
  const others = all.filter((i) => origins[i] !== row);
  const usable = others.length > 0 ? others : all;
  const patch = new Float32Array(width);
  let nearest = usable[0]!; // a bank is never empty
  return Float32Array.from({ length: answers.length / width }, (_, place) => {
    for (let i = 0; i < width; i++) patch[i] = answers[place * width + i]! * scale[i]!; // inside
    // Neighbours mostly have the same nearest patch: beginning with it lets most others be given up at once.
    let best = squareBetween(patch, patches, nearest * width, Infinity);
    for (const other of usable) {
      const square = squareBetween(patch, patches, other * width, best);
      if (square < best) [best, nearest] = [square, other];
    }
    return Math.sqrt(best) * rarityOf(bank, patch, nearest, Math.sqrt(best));
  });
}

/** The squared distance, or anything larger than `most` where it is larger. */
function squareBetween(patch: Float32Array, patches: Float32Array, start: number, most: number): number {
  let square = 0;
  for (let from = 0; from < patch.length && square <= most; from += NUMBERS_PER_CHECK) {
    const to = Math.min(patch.length, from + NUMBERS_PER_CHECK);
    for (let i = from; i < to; i++) square += (patch[i]! - patches[start + i]!) ** 2; // both inside
  }
  return square;
}

/** One minus the nearest patch's part in the softmax of the distances from it and its neighbours. */
function rarityOf(
  { patches, width, neighbours }: PatchBank,
  patch: Float32Array,
  nearest: number,
  distance: number,
): number {
  const each = (neighbours.length * width) / patches.length;
  if (each < 2) return 1;
  let sum = 0;
  for (const other of neighbours.subarray(nearest * each, (nearest + 1) * each))
    sum += Math.exp(Math.sqrt(squareBetween(patch, patches, other * width, Infinity)) - distance);
  return 1 - 1 / sum;
}
