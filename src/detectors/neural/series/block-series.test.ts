import { describe, expect, test } from "vitest";
import { seriesFrom } from "../../../testing/planted-series";
import { departuresByStep, usualErrorsOf } from "./answers-by-step";
import { blockOfSteps, blockScaleOf, blockSeriesOf, blockSizeFor, linesThrough } from "./block-series";
import { AnswersByBlock, blockWindowsOf, rowsOfWindows } from "./block-windows";

const plain = (size: number, channels = 1) => ({
  size,
  centers: new Float64Array(channels),
  scales: new Float64Array(channels).fill(1),
});
const count = (to: number) => Array.from({ length: to }, (_, i) => i);

describe("blocks", () => {
  const series = seriesFrom([count(12), count(12).map((i) => -i)], { lengths: [7, 1, 4] });

  test("are means over so many steps of a part, the last one over what is left", () => {
    const { starts, values } = blockSeriesOf(series, plain(3, 2));
    expect([...starts]).toEqual([0, 2, 3, 4]);
    expect([...values]).toEqual([1, -1, 4.5, -4.5, 7, -7, 9.5, -9.5]);
  });

  test("are standardised by channel, and one that does not vary stays 0", () => {
    const flat = seriesFrom([count(40), new Float32Array(40).fill(7)]);
    const { values } = blockSeriesOf(flat, blockScaleOf(flat, 4));
    const own = values.filter((_, at) => at % 2 === 0);
    expect(own.reduce((sum, value) => sum + value ** 2, 0) / own.length).toBeCloseTo(1, 5);
    expect(own.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 5);
    expect(values.filter((_, at) => at % 2 === 1).every((value) => Math.abs(value) < 1e-6)).toBe(true);
  });

  test("are as many as asked for in the longest part", () => {
    expect(blockSizeFor(series, 500)).toBe(1);
    expect(blockSizeFor(seriesFrom([count(22_695)]), 500)).toBe(45);
  });

  test("give each step its own block; of the past alone the last that is complete", () => {
    const blocks = blockSeriesOf(series, plain(3, 2));
    expect([...blockOfSteps(series, blocks)]).toEqual([0, 0, 0, 1, 1, 1, 1, 2, 3, 3, 3, 3]);
    expect([...blockOfSteps({ ...series, points: "last" }, blocks)]).toEqual([-1, -1, 0, 0, 0, 0, 1, 2, -1, -1, -1, 3]);
  });

  test("become lines through their middles, which no gap crosses", () => {
    const one = seriesFrom([count(8)], { lengths: [6, 2] });
    const blocks = blockSeriesOf(one, plain(2));
    expect([...linesThrough(one, blocks, Float32Array.of(0, 4, NaN, 9))]).toEqual([0, 1, 3, 4, NaN, NaN, 9, 9]);
  });
});

describe("windows of blocks", () => {
  const series = seriesFrom([count(9)], { lengths: [7, 2] });
  const blocks = blockSeriesOf(series, plain(1));
  const windows = blockWindowsOf(blocks, { reads: 2, from: 2, answers: 2 });

  test("lie over each part, and a part that is too short is preceded by its first block", () => {
    const [read, wanted] = [rowsOfWindows(blocks, windows, "read"), rowsOfWindows(blocks, windows, "wanted")];
    expect([...read.block(0, read.count)]).toEqual([0, 1, 1, 2, 2, 3, 3, 4, 7, 7]);
    expect([...wanted.block(3, 5)]).toEqual([5, 6, 7, 8]);
  });

  test("that lie farther apart still end with the part", () => {
    expect([...blockWindowsOf(blocks, windows.plan, 2).first]).toEqual([0, 2, 3, 5]);
  });

  test("gather answers by block: all that speak of it count, and who has none has no error", () => {
    const answers = new AnswersByBlock(blocks, windows, "squared");
    // Each says one too much for its first block and three too much for its second.
    for (const [window, first] of [2, 3, 4, 5].entries()) answers.add(window, Float32Array.of(first + 1, first + 4));
    const { errors, expected } = answers.means();
    expect([...errors]).toEqual([NaN, NaN, 1, 5, 5, 5, 9, NaN, NaN]);
    expect([...expected].slice(0, 7)).toEqual([NaN, NaN, 3, 5, 6, 7, 9]);
    expect([...usualErrorsOf({ errors, expected }, 1, "squared")]).toEqual([5]);
    const { departures } = departuresByStep(
      series,
      blocks,
      { errors, expected },
      Float64Array.of(5),
      plain(1),
      1,
      "squared",
    );
    expect([...departures].map((one) => Number((one ** 2).toFixed(4)))).toEqual([1, 1, 0.2, 1, 1, 1, 1.8, 1, 1]);
  });
});
