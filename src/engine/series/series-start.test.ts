import { describe, expect, it } from "vitest";
import { coreKindOf } from "../../core/kinds/kinds";
import { normalDeviates, seededRandom } from "../../core/math/random";
import { countAtOrAbove, thresholdValueOf } from "../../core/score/threshold";
import { falseOnes } from "../../core/score/calibrated";
import { findingsSet } from "../../detectors/registry";
import { seriesKind } from "../../testing/made-up-series";
import { openTable, requestFor } from "../../testing/open-table";
import { createInlineEngine } from "../inline";
import type { RunResult } from "../protocol";

const quiet = () => undefined;
const noSets = { quick: [], quickOnImages: [], madeFor: () => [] };
const start = Date.UTC(2025, 2, 1);

function csvOf(values: ArrayLike<number>): string {
  const lines = Array.from(values, (value, i) => `${new Date(start + i * 600_000).toISOString()},${value}`);
  return ["time,value", ...lines].join("\n");
}

/** What a person sees who opens a series, ten minutes a step, and changes nothing. */
async function openedWith(values: ArrayLike<number>): Promise<RunResult> {
  const engine = createInlineEngine();
  const card = await openTable(engine, csvOf(values));
  // A flat line is set aside as a column that says nothing: it is a series to whoever says so.
  const columns = card.recipe.columns.map((one, at) => ({ ...one, role: at === 1 ? ("feature" as const) : one.role }));
  const recipe = { ...card.recipe, columns, rowKind: seriesKind() };
  const runs: string[] = [];
  const { consensusRule: rule, startingSet, startingWeights } = coreKindOf(recipe.rowKind);
  const run = (id: string) => engine.start("run", { ...requestFor(card, id), recipe }, quiet).result;
  const members = startingSet(card, recipe, noSets);
  const own = startingWeights(card);
  for (const id of members) runs.push((await run(id)).key);
  const weights = members.map((id) => own[id] ?? 1);
  return engine.start("combine", { dataset: card.id, runs, weights, rule }, quiet).result;
}

/** Rows that are findings where .2 false ones are expected. */
async function foundIn(values: ArrayLike<number>): Promise<ReadonlySet<number>> {
  const engine = createInlineEngine();
  const card = await openTable(engine, csvOf(values));
  const { order, scores } = await engine.start("run", requestFor(card, findingsSet.series ?? ""), quiet).result;
  const least = Math.log10(values.length / falseOnes["false-fifth"]);
  return new Set(order.filter((row) => scores[row]! >= least)); // a score for each row
}

function made(count: number, value: (step: number) => number): Float64Array {
  return Float64Array.from({ length: count }, (_, step) => value(step));
}

function flaggedIn({ sorted }: RunResult): number {
  return countAtOrAbove(sorted, thresholdValueOf(sorted, { kind: "suggested" }));
}

/** A hundredth of the steps; of few steps two: a threshold flags one, and one beside it may share its score. */
const mostOf = (count: number): number => Math.max(2, Math.floor(0.01 * count));

const waveOf = (period: number) => (step: number) => Math.sin((2 * Math.PI * step) / period);

describe("what runs at once on a series, by the suggested threshold", () => {
  it("flags none of a flat line", async () => {
    expect(flaggedIn(await openedWith(made(2000, () => 7)))).toBe(0);
  });

  it.each([50, 100, 300, 1000, 5000, 20_000])("flags at most a hundredth of noise, %i steps", async (count) => {
    const normal = normalDeviates(seededRandom(count));
    const even = seededRandom(count);
    expect(flaggedIn(await openedWith(made(count, normal)))).toBeLessThanOrEqual(mostOf(count));
    expect(flaggedIn(await openedWith(made(count, even)))).toBeLessThanOrEqual(mostOf(count));
  });

  // Windows that begin at few phases of the wave or at all, that hold whole periods or a part of one.
  it.each([
    [1000, 52],
    [1200, 100],
    [2000, 22],
    [2000, 168],
    [3100, 240],
    [4000, 10],
    [4000, 33.3],
    [12_000, 288],
  ])("flags at most a hundredth of a perfect wave, %i steps of period %f", async (count, period) => {
    expect(flaggedIn(await openedWith(made(count, waveOf(period))))).toBeLessThanOrEqual(mostOf(count));
  });

  // A short window follows a bump of noise, and its steps are flagged together: one in a fiftieth is let pass.
  it.each([
    [0, 0.01],
    [0.05, 0.01],
    [0.3, 0.02],
  ])("of short waves with noise of %f flags at most this share: %f", async (size, share) => {
    const tooMany: string[] = [];
    for (const count of [50, 90, 133, 200, 300, 400])
      for (const period of [5, 11, 17, 24, 33.3, 48, 60]) {
        const normal = normalDeviates(seededRandom(1000 * count + period));
        const flagged = flaggedIn(await openedWith(made(count, (step) => waveOf(period)(step) + size * normal())));
        if (flagged > Math.max(2, Math.floor(share * count)))
          tooMany.push(`${flagged} of ${count} with period ${period}`);
      }
    expect(tooMany).toEqual([]);
  });

  it.each([1, 2, 3, 5])("finds spikes of %i steps in a noisy day", async (length) => {
    const [normal, random] = [normalDeviates(seededRandom(length)), seededRandom(length + 50)];
    const values = made(4000, (step) => waveOf(144)(step) + 0.2 * normal());
    const places = [400, 1150, 1900, 2600, 3350].map((place) => place + Math.floor(300 * random()));
    for (const [at, place] of places.entries())
      for (let step = place; step < place + length; step++) values[step] = values[step]! + (at % 2 ? 4 : -4);
    const found = await foundIn(values);
    const isFound = (place: number) => Array.from({ length }, (_, at) => found.has(place + at)).some(Boolean);
    expect(places.filter(isFound)).toEqual(places);
    // Their windows are the strangest: of two spikes at the same time of day each is the other's twin.
    const { order } = await openedWith(values);
    const top = new Set(order.subarray(0, 0.02 * values.length));
    expect(places.filter((place) => top.has(place) || top.has(place + length - 1)).length).toBeGreaterThanOrEqual(3);
  });
});
