import type { Paint } from "./canvas-layer";

/** More rings than these hide each other. */
const MAX_RINGS = 3000;
const RADIUS = 6;

/** A thin ring around each of these places, which are in pixels of the plot area; null lies out of view. */
export function paintRings(
  rows: Uint32Array | null,
  placeOf: (row: number) => { readonly x: number; readonly y: number } | null,
  colour: string,
): Paint {
  return (context) => {
    if (!rows) return;
    context.strokeStyle = colour;
    context.lineWidth = 1.5;
    const step = Math.ceil(rows.length / MAX_RINGS);
    for (let at = 0; at < rows.length; at += step) {
      const place = placeOf(rows[at]!); // at < length
      if (!place || !Number.isFinite(place.x) || !Number.isFinite(place.y)) continue;
      context.beginPath();
      context.arc(place.x, place.y, RADIUS, 0, 2 * Math.PI);
      context.stroke();
    }
  };
}
