import { expect, it } from "vitest";
import { channelsAtFirst } from "./channels-at-first";

const overview = { channels: Array.from({ length: 8 }, (_, at) => ({ column: at + 1, name: `c${at + 1}` })) };
const blamed = (...columns: number[]) => ({
  channels: columns.map((column) => ({ column, share: 0.5, actual: 0, expected: 0, times: 3 })),
});

it("draws the channels that strange stretches blame, the first of each before the second of any", () => {
  expect(channelsAtFirst(overview, [blamed(8, 2), blamed(7, 3), blamed(8, 5)])).toEqual([2, 3, 7, 8]);
});

it("draws the first of the file where nothing is strange, and fills up with them", () => {
  expect(channelsAtFirst(overview, [])).toEqual([1, 2, 3, 4]);
  expect(channelsAtFirst(overview, [blamed(6)])).toEqual([1, 2, 3, 6]);
});
