/** Makes one array of many and lets go of them one by one, so that both are never held whole. */
export function joined<T extends Float64Array | Int32Array>(parts: T[], make: new (length: number) => T): T {
  const all = new make(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (let part = parts.shift(); part; part = parts.shift()) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/**
 * A copy of a string. Engines keep a slice as a window on the text it was cut from: one short word
 * would hold a megabyte.
 */
export function detached(slice: string): string {
  return slice.length < 13 ? slice : ` ${slice}`.slice(1);
}

/** Copies of many strings that share one text of their own; cheaper than `detached` for each. */
export function detachedAll(slices: readonly string[]): string[] {
  const text = slices.join("");
  let at = 0;
  return slices.map((slice) => text.slice(at, (at += slice.length)));
}
