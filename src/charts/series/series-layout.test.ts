import { expect, it } from "vitest";
import { laneHeight, layoutSeries } from "./series-layout";

it("puts strips, lanes and scores below each other without overlap", () => {
  for (const [height, strips, lanes] of [
    [420, 1, 0],
    [420, 1, 3],
    [700, 5, 4],
  ] as const) {
    const { overview, strips: all, lanesTop, score, surface } = layoutSeries({ width: 800, height }, [], strips, lanes);
    const parts = [overview, ...all, score];
    parts.slice(1).forEach((part, before) => {
      const above = parts[before];
      expect(part.top).toBeGreaterThanOrEqual((above?.top ?? 0) + (above?.plotHeight ?? 0));
    });
    const last = all.at(-1);
    expect(lanesTop).toBeGreaterThanOrEqual((last?.top ?? 0) + (last?.plotHeight ?? 0));
    if (lanes > 0) expect(lanesTop + lanes * laneHeight).toBeLessThanOrEqual(score.top);
    expect(score.top + score.plotHeight).toBeLessThan(height);
    expect(surface.top + surface.plotHeight).toBe(score.top + score.plotHeight);
    expect(all.every(({ plotHeight }) => plotHeight > 30)).toBe(true);
  }
});
