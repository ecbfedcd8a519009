import { pngOf } from "./png.mjs";

/** A valid grey PNG of `side` x `side` random pixels. */
export function noisePng(chance, side) {
  const pixels = Uint8Array.from({ length: side * side }, () => chance.integer(0, 255));
  return pngOf({ width: side, height: side, pixels });
}
