import { badParquet } from "./bad-parquet";
import type { RowGroup } from "./footer";
import type { Leaf } from "./leaf";
import { pagesOf } from "./pages";
import { PageReader, type ColumnPiece } from "./read-page";

const NO_LISTENER = () => undefined;

/** Where a column lies: `at` is its position among all columns of the file. */
export interface ColumnPlace {
  readonly leaf: Leaf;
  readonly at: number;
  readonly groups: readonly RowGroup[];
}

/**
 * The rows of a column in the given row groups, page by page: exactly as many as the groups have.
 *
 * @throws Failure `bad-format`, `file-vanished`
 */
export async function* piecesOf(
  blob: Blob,
  { leaf, at, groups }: ColumnPlace,
  hear: (bytes: Uint8Array) => void = NO_LISTENER,
): AsyncGenerator<ColumnPiece> {
  for (const { rows, chunks } of groups) {
    // Some programs give a column without rows a page, some do not.
    if (rows === 0) continue;
    const chunk = chunks[at];
    if (!chunk) throw badParquet("encrypted", leaf.name);
    const reader = new PageReader(leaf, chunk.codec);
    let left = rows;
    for await (const page of pagesOf(blob, chunk, hear)) {
      if (left === 0) break;
      const piece = await reader.read(page);
      if (!piece) continue;
      if (piece.places.length > left) throw badParquet("broken", "more values than rows");
      left -= piece.places.length;
      yield piece;
    }
    if (left > 0) throw badParquet("broken", "fewer values than rows");
  }
}
