/** How images in order of score lie in lines; the flagged ones have lines of their own, and a divider stands after them. */
export interface GalleryLines {
  readonly count: number;
  readonly columns: number;
  /** Flagged images come first; null: no divider. */
  readonly flagged: number | null;
  readonly lines: number;
  /** The line of the divider; -1: none. */
  readonly divider: number;
}

export function linesOf(count: number, columns: number, flagged: number | null): GalleryLines {
  const all = (images: number) => Math.ceil(images / columns);
  if (flagged === null) return { count, columns, flagged, lines: all(count), divider: -1 };
  const above = all(flagged);
  return { count, columns, flagged, lines: above + 1 + all(count - flagged), divider: above };
}

/** The positions in a line: from the first to before the second; empty at the divider. */
export function positionsIn(
  { count, columns, flagged, divider }: GalleryLines,
  line: number,
): readonly [number, number] {
  if (flagged === null) return [line * columns, Math.min(count, (line + 1) * columns)];
  if (line < divider) return [line * columns, Math.min(flagged, (line + 1) * columns)];
  if (line === divider) return [flagged, flagged];
  const from = flagged + (line - divider - 1) * columns;
  return [from, Math.min(count, from + columns)];
}

export function lineOf({ columns, flagged, divider }: GalleryLines, position: number): number {
  if (flagged === null || position < flagged) return Math.floor(position / columns);
  return divider + 1 + Math.floor((position - flagged) / columns);
}

/** Where a key leads from a position (-1: none yet); undefined for a key that leads nowhere. `page` is the lines in view. */
export function stepFrom(lines: GalleryLines, position: number, key: string, page: number): number | undefined {
  const { count } = lines;
  if (count === 0) return undefined;
  const within = (next: number) => Math.min(count - 1, Math.max(0, next));
  switch (key) {
    case "ArrowRight":
      return within(position + 1);
    case "ArrowLeft":
      return within(position - 1);
    case "Home":
      return 0;
    case "End":
      return count - 1;
    case "ArrowDown":
    case "ArrowUp":
    case "PageDown":
    case "PageUp": {
      if (position < 0) return 0;
      const way = key.endsWith("Down") ? 1 : -1;
      return below(lines, position, way * (key.startsWith("Page") ? Math.max(1, page) : 1));
    }
    default:
      return undefined;
  }
}

/** The image `by` lines below one, in the same column or the last of a shorter line. */
function below(lines: GalleryLines, position: number, by: number): number {
  const line = lineOf(lines, position);
  const column = position - positionsIn(lines, line)[0];
  let to = Math.min(lines.lines - 1, Math.max(0, line + by));
  const isEmpty = (at: number) => {
    const [from, end] = positionsIn(lines, at);
    return from === end;
  };
  // Over the divider, or back where nothing lies beyond it.
  if (isEmpty(to)) to += Math.sign(by);
  if (to < 0 || to >= lines.lines || isEmpty(to)) return position;
  const [from, end] = positionsIn(lines, to);
  return Math.min(end - 1, from + column);
}

/** How many of the scores, in descending order by row order given, reach the threshold. */
export function countFlagged(rows: Uint32Array, scores: Float64Array, threshold: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    // Rows without a score stand last.
    if ((scores[rows[middle] ?? 0] ?? NaN) >= threshold) low = middle + 1;
    else high = middle;
  }
  return low;
}
