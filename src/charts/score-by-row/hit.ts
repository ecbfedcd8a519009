import type { Layout } from "../axis/layout";
import { positionOf, type Scale } from "../axis/scale";
import type { View } from "../plane/view";
import { shareAcross, type Scene } from "./paint-scores";
import type { RowPositions } from "./geometry";

interface HitArea {
  readonly scores: Float64Array;
  readonly positions: RowPositions;
  readonly scene: Scene;
  readonly view: View;
  readonly scale: Scale;
}

const reach = 16;

/** The row drawn nearest to a pixel of the plot area: a single row, or the highest or lowest of a pixel column; null: none near. */
export function rowAtPixel(ground: HitArea, layout: Layout, px: number, py: number): number | null {
  const { scores, positions, scene, view, scale } = ground;
  const yOf = (score: number) => (1 - positionOf(scale, score)) * layout.plotHeight;
  let best: number | null = null;
  let least = reach;
  const offer = (row: number, x: number, y: number) => {
    const distance = Math.hypot(x - px, y - py);
    if (distance < least) [best, least] = [row, distance];
  };
  if (scene.rows) {
    for (const row of scene.rows)
      offer(row, shareAcross(positions, scores.length, row, view) * layout.plotWidth, yOf(scores[row] ?? NaN));
    return best;
  }
  const { counts, lows, highs, lowRows, highRows } = scene.columns;
  const step = layout.plotWidth / counts.length;
  const from = Math.max(0, Math.floor((px - reach) / step));
  const to = Math.min(counts.length - 1, Math.floor((px + reach) / step));
  for (let column = from; column <= to; column++) {
    if (!counts[column]) continue;
    offer(highRows[column] ?? 0, (column + 0.5) * step, yOf(highs[column] ?? 0));
    offer(lowRows[column] ?? 0, (column + 0.5) * step, yOf(lows[column] ?? 0));
  }
  return best;
}
