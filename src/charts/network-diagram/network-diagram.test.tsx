import { cleanup, render, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { prepareCharts } from "../../testing/charts-in-jsdom";
import { NetworkDiagram } from "./network-diagram";

beforeEach(() => prepareCharts());
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const encoder = {
  name: "encoder",
  input: [1200],
  layers: [
    { kind: "conv", shape: [14, 14, 8], parameters: 80 },
    { kind: "dense", shape: [4], parameters: 1300 },
  ],
};

it("is a table of layers with their outputs and parameters", () => {
  render(<NetworkDiagram trainingView={{ kind: "architecture", copies: 3, networks: [encoder] }} />);
  expect(screen.getByRole("figure", { name: "Network" })).toHaveTextContent(
    "3 copies of 1,380 parameters, 4,140 in all",
  );
  const rows = within(screen.getByRole("table", { name: "Encoder, 1,380 parameters" })).getAllByRole("row");
  expect(rows.map(({ textContent }) => textContent)).toEqual([
    "LayerOutputParameters",
    "input1,200",
    "convolution14 × 14 × 880",
    "dense41,300",
  ]);
});

it("draws several networks, and names unknown kinds as they are", () => {
  const other = { name: "critic", input: [4], layers: [{ kind: "attention", shape: [1], parameters: 1 }] };
  render(<NetworkDiagram trainingView={{ kind: "architecture", copies: 1, networks: [encoder, other] }} />);
  expect(screen.getAllByRole("table")).toHaveLength(2);
  expect(screen.getByRole("table", { name: "critic, 1 parameter" })).toHaveTextContent("attention");
  expect(screen.getByRole("figure")).toHaveTextContent("1,381 parameters");
});
