import type { Note } from "../../../core/data/note";
import type { ValueWindow } from "../../../core/images/raw-image";
import { windowOf } from "../../../core/images/value-window";
import type { ListedImage } from "../list-images";
import { because } from "../skipped";
import { type Depth, tiffValues } from "./tiff-image";

/** Values that decide on a window: enough for its percentiles, of each image at most so many. */
const MAX_VALUES = 4_000_000;
const MAX_VALUES_OF_ONE = 5000;

interface Windows {
  /** The files, each with the window that it is looked at through, where it needs one. */
  readonly files: readonly ListedImage[];
  readonly notes: readonly Note[];
}

/**
 * One window for all images of the same depth, so that what is darker or brighter than the others looks so; and what is
 * to be told of it. What cannot be decoded has no say: it is told where it is decoded.
 */
export async function withWindows(
  files: readonly ListedImage[],
  checkpoint: (done: number) => Promise<void>,
): Promise<Windows> {
  const deep = files.flatMap(({ depth }) => depth ?? []);
  const pages = files.filter((file) => (file.pages ?? 1) > 1).length;
  const told: Note[] = pages > 0 ? [because("first-page", { count: pages })] : [];
  if (deep.length === 0) return { files, notes: told };
  const most = Math.max(1, Math.min(MAX_VALUES_OF_ONE, Math.floor(MAX_VALUES / deep.length)));
  const values = new Map<string, Float64Array[]>();
  let done = 0;
  for (const { blob, depth } of files) {
    if (!depth) continue;
    const own = await tiffValues(blob, most).catch(() => null);
    if (own) values.set(keyOf(depth), [...(values.get(keyOf(depth)) ?? []), own]);
    await checkpoint(++done);
  }
  const windows = new Map([...values].map(([key, parts]) => [key, windowOf(joined(parts))]));
  const seen = files.map((file) => {
    const window = file.depth && windows.get(keyOf(file.depth));
    return window ? { ...file, window } : file;
  });
  return { files: seen, notes: [...told, ...[...windows].map(([key, window]) => noteOf(key, window, files))] };
}

function noteOf(key: string, { low, high }: ValueWindow, files: readonly ListedImage[]): Note {
  const own = files.filter(({ depth }) => depth && keyOf(depth) === key);
  const { kind, bits } = own[0]?.depth ?? { kind: "whole", bits: 0 };
  return because(`window-${kind}`, { count: own.length, bits, low, high });
}

const keyOf = ({ kind, bits }: Depth) => `${kind} ${bits}`;

function joined(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
