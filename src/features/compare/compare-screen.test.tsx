import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import { consensusKeyOf } from "../../core/detect/run-key";
import { exclusiveParts } from "../../core/score/agreement";
import { countAtOrAbove } from "../../core/score/threshold";
import type { CombineRequest, RunRequest, RunResult } from "../../engine/protocol";
import { prepareCharts } from "../../testing/charts-in-jsdom";
import { cardOf, fakeEngine, renderOpen, resultOf } from "../../testing/open-screen";
import { wholeCatalogue } from "../../testing/whole-catalogue";
import { CompareScreen } from "./compare-screen";

beforeEach(() => prepareCharts(640, 320));

/** The quick set, each ranking the 100 rows from another one on; at a threshold of 10 rows neighbours share five. */
function rankedFrom(request: RunRequest, first: number): RunResult {
  const plain = resultOf(request);
  const order = plain.order.map((row) => (row + first) % 100);
  const scores = new Float64Array(100);
  order.forEach((row, at) => (scores[row] = plain.sorted[at]!));
  return { ...plain, order, scores };
}

const firstOf: Readonly<Record<string, number>> = { "isolation-forest": 0, "robust-z": 5, "k-means": 50 };

async function renderCompare(settled = true) {
  const combinations: CombineRequest[] = [];
  const made = new Map<string, RunResult>();
  const engine = fakeEngine([cardOf("amount")], {
    run: (request) => {
      if (!settled && request.detector !== "isolation-forest") return new Promise<never>(() => undefined);
      const result = rankedFrom(request, firstOf[request.detector]!);
      made.set(result.key, result);
      return Promise.resolve(result);
    },
    combine: (request) => {
      combinations.push(request);
      const made = resultOf({ detector: "consensus", dataset: request.dataset } as unknown as RunRequest);
      const key = consensusKeyOf(request.runs, request.weights, request.rule);
      return Promise.resolve({ ...made, key });
    },
    split: ({ flagged }) =>
      Promise.resolve(
        exclusiveParts(
          flagged.map(({ run, threshold }) => {
            const { order, sorted } = made.get(run)!;
            return order.subarray(0, countAtOrAbove(sorted, threshold));
          }),
          100,
        ),
      ),
    agree: ({ runs }) => Promise.resolve(runs.map((_, at) => runs.map((_, other) => (at === other ? 1 : -0.25)))),
  });
  const session = await renderOpen(wholeCatalogue(), <CompareScreen />, engine);
  act(() => {
    for (const detector of Object.keys(firstOf)) session.actions.setThreshold(detector, { kind: "top-k", k: 10 });
  });
  if (settled) await screen.findByRole("button", { name: "Show the scores of Consensus" });
  return { session, combinations };
}

const lineOf = (name: string) => screen.getByRole("button", { name }).closest("tr")!;

it("puts what each detector flags side by side, at its own threshold", async () => {
  const { session } = await renderCompare();
  expect(lineOf("Show the scores of Isolation forest")).toHaveTextContent(/10/);
  act(() => session.actions.setThreshold("robust-z", { kind: "top-k", k: 25 }));
  expect(lineOf("Show the scores of Robust z")).toHaveTextContent("25");
  act(() => session.actions.select(7));
  expect(lineOf("Show the scores of Isolation forest")).toHaveTextContent("flags it");
  expect(lineOf("Show the scores of K-means distance")).toHaveTextContent(/stranger than/);
});

it("leads from a bar of the flagged sets to its rows in Explore", async () => {
  const { session } = await renderCompare();
  const bar = await screen.findByRole("button", { name: "5 rows flagged by Isolation forest, Robust z" });
  fireEvent.keyDown(bar, { key: "Enter" });
  const { boxed, screen: shown, tableRows } = session.store.getState().viewState;
  expect([...boxed!].sort((a, b) => a - b)).toEqual([5, 6, 7, 8, 9]);
  expect([shown, tableRows]).toEqual(["explore", "all"]);
});

it("shows how the orders agree, and how the flagged rows overlap", async () => {
  await renderCompare();
  const table = await within(await screen.findByRole("region", { name: "How much they agree" })).findByRole("table");
  expect(within(table).getAllByText("-0.25")).toHaveLength(6);
  await userEvent.click(screen.getByRole("radio", { name: "Flagged rows" }));
  // Two sets of ten share five: 5 of 15.
  expect(screen.getAllByText("0.33")).toHaveLength(2);
});

it("makes the consensus again for a weight, a member and a rule", async () => {
  const { session, combinations } = await renderCompare();
  expect(combinations.at(-1)).toMatchObject({ weights: [1, 1, 1], rule: "scaled" });
  await userEvent.click(screen.getByRole("radio", { name: "highest rank" }));
  await waitFor(() => expect(combinations.at(-1)?.rule).toBe("max"));
  fireEvent.keyDown(screen.getByRole("slider", { name: "Weight of Robust z" }), { key: "ArrowRight" });
  await waitFor(() => expect(combinations.at(-1)?.weights[1]).toBeCloseTo(1.05, 9));
  await userEvent.click(screen.getByRole("checkbox", { name: "K-means distance counts in the consensus" }));
  await waitFor(() => expect(combinations.at(-1)?.weights).toHaveLength(2));
  expect(session.store.getState().history.present.consensus.members).toEqual(["isolation-forest", "robust-z"]);
});

it("says that two results are needed, and leads to the detectors", async () => {
  const { session } = await renderCompare(false);
  await screen.findByText("Comparing takes two detectors. Their results are on their way.");
  act(() => session.actions.goTo("compare"));
  await userEvent.click(screen.getByRole("button", { name: "Go to the detectors" }));
  expect(session.store.getState().viewState.screen).toBe("explore");
});
