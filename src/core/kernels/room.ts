import type { Kernel } from "./kernel";

interface Views {
  f32: Float32Array;
  f64: Float64Array;
  i32: Int32Array;
}

/** A part of a kernel's memory: its address, and the numbers there. */
export interface Part<T> {
  readonly at: number;
  readonly view: T;
}

type Wanted = Readonly<Record<string, readonly [keyof Views, number]>>;

type Parts<W extends Wanted> = { readonly [K in keyof W]: Part<Views[W[K][0]]> };

const PAGE_BYTES = 65_536;
/** What the compiler keeps for itself lies below. */
const BASE = 1024;
/** Vectors that lie at such addresses never cross a line of the cache. */
const ALIGNED = 64;

/**
 * Room for so many numbers of each kind, one after the other from the beginning of the kernel's memory. What was there
 * before is lost, and the views are good until there is room for something else: take it, use it, and read the results
 * without letting others in.
 */
export function roomFor<const W extends Wanted>({ memory }: Kernel, wanted: W): Parts<W> {
  let end = BASE;
  const places = Object.entries(wanted).map(([name, [kind, count]]) => {
    const at = end;
    end += Math.ceil((count * (kind === "f64" ? 8 : 4)) / ALIGNED) * ALIGNED;
    return { name, kind, count, at };
  });
  const pages = Math.ceil(end / PAGE_BYTES) - memory.buffer.byteLength / PAGE_BYTES;
  if (pages > 0) memory.grow(pages);
  const { buffer } = memory;
  const parts = places.map(({ name, kind, count, at }) => [name, { at, view: viewOf(kind, buffer, at, count) }]);
  return Object.fromEntries(parts) as Parts<W>; // a part for each name, of its kind
}

function viewOf(kind: keyof Views, buffer: ArrayBuffer, at: number, count: number): Views[keyof Views] {
  switch (kind) {
    case "f32":
      return new Float32Array(buffer, at, count);
    case "f64":
      return new Float64Array(buffer, at, count);
    case "i32":
      return new Int32Array(buffer, at, count);
    default:
      return kind satisfies never;
  }
}
