import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { prepareCharts } from "../../testing/charts-in-jsdom";
import { ExpectedPlot } from "./expected-plot";

beforeEach(() => prepareCharts());
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

it("draws a dot for each row that has a value, those that are flagged apart, and the band", () => {
  const values = {
    actual: Float64Array.of(900, 130, NaN, 1000),
    expected: Float64Array.of(125, 125, 300, 1010),
    low: Float64Array.of(110, 110, 280, 950),
    high: Float64Array.of(140, 140, 320, 1070),
  };
  const { container } = render(
    <ExpectedPlot column="power" values={values} flagged={1} nameOf={(at) => `Row ${at}`} />,
  );
  expect(screen.getByRole("figure", { name: "power, actual against expected" })).toBeInTheDocument();
  const dots = (of: string) => container.querySelector(`path[class*=${of}]`)?.getAttribute("d")?.match(/h0/g)?.length;
  expect([dots("strange"), dots("ordinary")]).toEqual([1, 2]);
  expect(container.querySelector("path[class*=band]")?.getAttribute("d")?.split("L")).toHaveLength(8);
});
