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
  render(<ErrorHistogram now={look(340, 0.01, 0.011, 0.012, 5)} first={look(20, 1, 1.1, 1.2, 6)} />);
  expect(screen.getByRole("img")).toHaveAccessibleName(
    /^Errors at step 340: half of the rows below about 0\.01\d*\. At step 20 half were below about 1\.\d+\.$/,
  );
  expect(screen.getByText("1 row with an error of 4.22 to 5.01")).toBeInTheDocument();
});

it("speaks of one look only when there was no other, and of none", () => {
  const { rerender } = render(<ErrorHistogram now={look(20, 1)} first={null} />);
  expect(screen.getByRole("img")).not.toHaveAccessibleName(/half were/);
  rerender(<ErrorHistogram now={look(20)} first={null} />);
  expect(screen.getByText("No errors yet.")).toBeInTheDocument();
});
