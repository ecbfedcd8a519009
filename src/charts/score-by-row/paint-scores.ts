import { positionOf, type Scale } from "../axis/scale";
import type { Paint } from "../plane/canvas-layer";
import { diamondSize, diamondStamp, stampAt } from "../plane/diamond";
import type { View } from "../plane/view";
import type { Palette } from "../use-palette";
import { rowPosition, type Columns, type RowPositions } from "./geometry";

/** What is in view: pixel columns, and the single rows when there are few enough to draw each. */
export interface Scene {
  readonly columns: Columns;
  readonly rows: Uint32Array | null;
}

interface ScorePaint {
  readonly scores: Float64Array;
  readonly positions: RowPositions;
  readonly scene: Scene;
  readonly view: View;
  readonly scale: Scale;
  readonly palette: Palette;
}

/** All scores in the ordinary colour; it does not depend on the threshold. */
export function paintScores({ scores, positions, scene, view, scale, palette }: ScorePaint): Paint {
  return (context, width, height) => {
    context.fillStyle = palette.ordinary;
    if (scene.rows) {
      context.beginPath();
      const radius = scene.rows.length > 1000 ? 1.5 : scene.rows.length > 200 ? 2 : 2.5;
      for (const row of scene.rows) {
        const x = shareAcross(positions, scores.length, row, view) * width;
        const y = (1 - positionOf(scale, scores[row] ?? NaN)) * height;
        context.moveTo(x + radius, y);
        context.arc(x, y, radius, 0, 2 * Math.PI);
      }
      context.fill();
      return;
    }
    const { counts, lows, highs } = scene.columns;
    const step = width / counts.length;
    for (let column = 0; column < counts.length; column++) {
      if (!counts[column]) continue;
      const top = (1 - positionOf(scale, highs[column] ?? 0)) * height;
      const bottom = (1 - positionOf(scale, lows[column] ?? 0)) * height;
      context.fillRect(column * step, top, step, Math.max(1.5, bottom - top));
    }
  };
}

/** What lies at or above the threshold: diamonds for single rows, the part of each span above the line for pixel columns. */
export function paintStrange({ scores, positions, scene, view, scale, palette }: ScorePaint, threshold: number): Paint {
  return (context, width, height, ratio) => {
    if (scene.rows) {
      const flagged = scene.rows.filter((row) => (scores[row] ?? NaN) >= threshold);
      const stamp = diamondStamp(diamondSize(flagged.length), palette.strange, palette.surface, ratio);
      for (const row of flagged) {
        const x = shareAcross(positions, scores.length, row, view) * width;
        stampAt(context, stamp, x, (1 - positionOf(scale, scores[row] ?? NaN)) * height, ratio);
      }
      return;
    }
    const { counts, lows, highs } = scene.columns;
    const step = width / counts.length;
    const tops: [number, number][] = [];
    context.fillStyle = palette.strange;
    for (let column = 0; column < counts.length; column++) {
      const high = highs[column] ?? -Infinity;
      if (!counts[column] || high < threshold) continue;
      const top = (1 - positionOf(scale, high)) * height;
      const bottom = (1 - positionOf(scale, Math.max(threshold, lows[column] ?? threshold))) * height;
      context.fillRect(column * step, top, Math.max(step, 1.5), Math.max(1.5, bottom - top));
      tops.push([(column + 0.5) * step, top]);
    }
    // A mark on each peak where there is room for marks; where every column is flagged the colour must do.
    if (tops.length * 8 > width) return;
    const stamp = diamondStamp(3.5, palette.strange, palette.surface, ratio);
    for (const [x, y] of tops) stampAt(context, stamp, x, y, ratio);
  };
}

/** Where `row` lies in the view, 0 to 1. */
export function shareAcross(positions: RowPositions, rows: number, row: number, view: View): number {
  return (rowPosition(positions, rows, row) - view.x0) / (view.x1 - view.x0);
}
