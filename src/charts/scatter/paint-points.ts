import type { Paint } from "../plane/canvas-layer";
import type { View } from "../plane/view";
import type { Palette } from "../use-palette";
import { coverColours, coverOf, paintCover, type Cover } from "./cover";
import { pointRadius } from "./geometry";
import { rgbOf, splat, type Rgb } from "./splat";

interface Points {
  /** Positions, strangest first. */
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** All points as ordinary ones: the bitmap below the flagged. It does not depend on the threshold. */
export function paintOrdinary(points: Points, view: View, palette: Palette): Paint {
  return (context, width, height, ratio) => {
    const columns = Math.max(1, Math.round(width * ratio));
    const lines = Math.max(1, Math.round(height * ratio));
    const image = context.createImageData(columns, lines);
    const opacity = points.x.length > 20_000 ? 0.35 : points.x.length > 2000 ? 0.5 : 0.75;
    const radius = pointRadius(points.x.length) * ratio;
    splat(image.data, columns, lines, points.x, points.y, view, radius, rgbOf(palette.ordinary), opacity);
    context.putImageData(image, 0, 0);
  };
}

/** The marks of a view with the image of them all, made when a canvas first asks and then kept. */
export interface Marked {
  of(columns: number, lines: number, ratio: number): { cover: Cover; colours: Uint8ClampedArray };
}

/** Marks in colours that grow stronger with the score (0 to 100) of their points. */
export function markedPoints(points: Points, score100: Float32Array | null, view: View, palette: Palette): Marked {
  const weak = rgbOf(palette.strangeSoft);
  const strong = rgbOf(palette.strange);
  const colourOf = (point: number): Rgb => {
    const share = strengthOf(score100?.[point]);
    const blend = (from: number, to: number) => from + (to - from) * share;
    return [blend(weak[0], strong[0]), blend(weak[1], strong[1]), blend(weak[2], strong[2])];
  };
  let kept: { cover: Cover; colours: Uint8ClampedArray } | null = null;
  return {
    of(columns, lines, ratio) {
      if (kept?.cover.width === columns && kept.cover.height === lines) return kept;
      const size = (points.x.length > 5000 ? 4.5 : 5.5) * ratio;
      const cover = coverOf(points.x, points.y, view, columns, lines, size, ratio);
      kept = { cover, colours: coverColours(cover, colourOf, rgbOf(palette.surface)) };
      return kept;
    },
  };
}

/** The first `flagged` points as marks; the cost of a move of the threshold is one look at each pixel. */
export function paintFlagged(marked: Marked, flagged: number): Paint {
  return (context, width, height, ratio) => {
    const image = context.createImageData(
      Math.max(1, Math.round(width * ratio)),
      Math.max(1, Math.round(height * ratio)),
    );
    const { cover, colours } = marked.of(image.width, image.height, ratio);
    paintCover(cover, colours, flagged, image.data);
    context.putImageData(image, 0, 0);
  };
}

/** Flagged rows mostly lie in the upper half of the scale; without one they are all strong. */
function strengthOf(score100: number | undefined): number {
  if (score100 === undefined || Number.isNaN(score100)) return 1;
  return Math.max(0, Math.min(1, (score100 - 50) / 40));
}
