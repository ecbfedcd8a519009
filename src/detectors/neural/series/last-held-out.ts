import { heldOutCount, type RowSplit } from "../training/rows";
import type { BlockWindows } from "./block-windows";

/**
 * Holds out the last `share` of the windows of each part, and leaves out those that reach into what these ask for:
 * neighbours in time are alike, so that a window held out among learned ones would be known by heart.
 */
export function lastHeldOut({ plan, first, begin }: BlockWindows, share: number): RowSplit {
  const all = Uint32Array.from(first.keys());
  const out = heldOutCount(all.length, share) / all.length;
  const none = { learn: all, heldOut: new Uint32Array() };
  if (!(out > 0)) return none;
  const parts = new Map<number, number[]>();
  for (const window of all) {
    const part = parts.get(begin[window]!); // a window of these
    if (part) part.push(window);
    else parts.set(begin[window]!, [window]); // a window of these
  }
  const [learn, heldOut]: [number[], number[]] = [[], []];
  for (const part of parts.values()) {
    const from = part.length - Math.floor(out * part.length);
    const [asked = Infinity] = part.slice(from).map((window) => first[window]! + plan.from); // a window of these
    const end = (window: number) => first[window]! + plan.from + plan.answers; // a window of these
    learn.push(...part.slice(0, from).filter((window) => end(window) <= asked));
    heldOut.push(...part.slice(from));
  }
  // Parts that are one window long leave nothing else to learn from.
  return learn.length > 0 && heldOut.length > 0
    ? { learn: Uint32Array.from(learn), heldOut: Uint32Array.from(heldOut) }
    : none;
}
