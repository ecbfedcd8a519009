import { cleanup, render, screen, within } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { ConfusionTable } from "./confusion-table";
import { shownClasses } from "./shown-classes";

afterEach(cleanup);

const confusion = {
  names: ["cat", "dog"],
  counts: [
    [8, 2],
    [0, 5],
  ],
  rows: 15,
  right: 13,
  mostFrequent: 10,
  unseen: true,
};

it("says how often it is right beside who always says the same, and shows what is taken for what", () => {
  render(<ConfusionTable confusion={confusion} noun="image" />);
  expect(screen.getByText(/^Of 15 images that were not learned from, 13 \(86\.7.*gets 66\.7/)).toBeInTheDocument();
  const cats = screen.getByRole("row", { name: /^cat/ });
  expect(
    within(cats)
      .getAllByRole("cell")
      .map(({ textContent }) => textContent),
  ).toEqual(["8", "2"]);
});

it("says where all was learned from", () => {
  render(<ConfusionTable confusion={{ ...confusion, unseen: false }} noun="row" />);
  expect(screen.getByText(/all of them were learned from/)).toBeInTheDocument();
});

it("shows the most frequent classes where there are many, in their order", () => {
  const counts = Array.from({ length: 30 }, (_, own) =>
    Array.from({ length: 30 }, (__, taken) => (own === taken ? own : 0)),
  );
  expect(shownClasses({ ...confusion, counts })).toEqual(Array.from({ length: 20 }, (_, i) => 10 + i));
});
