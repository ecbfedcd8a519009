import { describe, expect, it } from "vitest";
import { byStep, datasetOf, numbers, seriesKind, times } from "../../testing/made-up-series";
import { column, recipe as recipeOf } from "../../testing/small-tables";
import { someRows } from "../data/some-rows";
import { normalDeviates, seededRandom } from "../math/random";
import { seriesBasisOf, type SeriesBasis } from "./series-basis";
import { seriesSamplesOf } from "./series-samples-of";
import { windowSamplesOf } from "./window-samples";

const COUNT = 400;
const normal = normalDeviates(seededRandom(3));
const noise = byStep(COUNT, () => normal());
const table = datasetOf(
  times(
    "time",
    byStep(COUNT, (i) => i * 60_000),
  ),
  numbers(
    "wave",
    byStep(COUNT, (i) => 7 + Math.sin(i / 4) + 0.1 * noise[i]!),
  ),
  numbers(
    "still at first",
    byStep(COUNT, (i) => (i < 200 ? 5 : 5 + noise[i]!)),
  ),
);
const kind = seriesKind();
const recipe = recipeOf(
  table.columns.map(() => column()),
  { rowKind: kind },
);
const prepare = (of = table, basis: SeriesBasis | null = null) => seriesSamplesOf(of, recipe, kind, undefined, basis);
const valuesOf = ({ samples }: Awaited<ReturnType<typeof prepare>>) => samples.block(0, samples.count);

describe("what series teach", () => {
  it("changes nothing of themselves, bit for bit, nor of their windows", async () => {
    const own = await prepare();
    const again = await prepare(table, structuredClone(seriesBasisOf(own)));
    expect(valuesOf(again)).toEqual(valuesOf(own));
    expect(again.samples.window).toBe(own.samples.window);
    expect(again.samples.periods).toEqual(own.samples.periods);
    const windows = await windowSamplesOf(own.samples, "statistics");
    const by = await windowSamplesOf(again.samples, "statistics", undefined, windows.units);
    expect(by.block(0, by.count)).toEqual(windows.block(0, windows.count));
  });

  it("is what others are measured by: their level is seen", async () => {
    const first = await prepare(
      someRows(
        table,
        Uint32Array.from({ length: 200 }, (_, i) => i),
      ),
    );
    const moved = { ...table.columns[1]!, values: byStep(COUNT, (i) => 17 + Math.sin(i / 4)) } as const;
    const other = datasetOf(table.columns[0]!, moved as (typeof table.columns)[1], table.columns[2]!);
    const { samples } = await prepare(other, seriesBasisOf(first));
    expect(samples.block(300, 301)[0]).toBeGreaterThan(10);
  });

  it("does not hide that a channel which stood still begins to move", async () => {
    const first = await prepare(
      someRows(
        table,
        Uint32Array.from({ length: 200 }, (_, i) => i),
      ),
    );
    const { samples } = await prepare(table, seriesBasisOf(first));
    expect(samples.block(100, 101)[1]).toBe(0);
    const late = Array.from({ length: 100 }, (_, i) => Math.abs(samples.block(300 + i, 301 + i)[1]!));
    expect(Math.max(...late)).toBeGreaterThan(1);
  });
});
