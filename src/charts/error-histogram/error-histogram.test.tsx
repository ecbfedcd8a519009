import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { prepareCharts } from "../../testing/charts-in-jsdom";
import { ErrorHistogram } from "./error-histogram";

beforeEach(() => prepareCharts());
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const look = (at: number, ...errors: number[]) => ({ at, errors: Float32Array.from(errors) });

it("says where the errors are and where they were", () => {
  render(<ErrorHistogram now={look(340, 0.03, 0.03, 0.03, 5)} first={look(0, 1, 1.1, 1.2, 6)} />);
  expect(screen.getByRole("img")).toHaveAccessibleName(
    /^Errors, step 340: half of the rows below about 0\.03\d*\. Earlier, before training: half below about 1\.\d+\.$/,
  );
  expect(screen.getByText("3 rows with an error of 0.0282 to 0.0335")).toBeInTheDocument();
  expect(screen.getByText("1 row with an error of 4.22 to 5.01")).toBeInTheDocument();
});

it("speaks of one look only when there was no other, and of none", () => {
  const { rerender } = render(<ErrorHistogram now={look(20, 1)} first={null} />);
  expect(screen.getByRole("img")).not.toHaveAccessibleName(/Earlier/);
  rerender(<ErrorHistogram now={look(20)} first={null} />);
  expect(screen.getByText("No errors yet.")).toBeInTheDocument();
});
