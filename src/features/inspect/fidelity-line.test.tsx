import { screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import type { Contribution, RowExplanation } from "../../core/explain/explanation";
import type { Fidelity } from "../../core/explain/fidelity";
import type { RunRequest } from "../../engine/protocol";
import { cardOf, fakeEngine, renderOpen, resultOf } from "../../testing/open-screen";
import { wholeCatalogue } from "../../testing/whole-catalogue";
import { FidelityLine } from "./fidelity-line";

const contribution = (column: number, share: number): Contribution => ({
  column,
  share,
  value: 1,
  typical: null,
  expected: null,
  direction: "high",
  note: { code: "reason.highest" },
});
const explanation: RowExplanation = {
  row: 3,
  contributions: [contribution(1, 0.6), contribution(0, 0.3), contribution(2, -0.1)],
  method: { code: "method.replaced" },
};

/** A line over a run whose threshold at 90 is on screen, with what the engine answers. */
async function renderLine(fidelity: Fidelity | null, explained = explanation) {
  const asked: unknown[] = [];
  const engine = fakeEngine([cardOf("amount"), cardOf("country"), cardOf("age")], {
    run: (request) => Promise.resolve(resultOf(request)),
    fidelity: (request) => {
      asked.push(request);
      return Promise.resolve(fidelity);
    },
  });
  // Only the key and the scores of a result matter here, not what was asked for.
  const result = { ...resultOf({ detector: "isolation-forest" } as RunRequest), key: "shown" };
  const session = await renderOpen(
    wholeCatalogue(),
    <FidelityLine row={3} result={result} explanation={explained} />,
    engine,
  );
  session.actions.setThreshold("isolation-forest", { kind: "fixed", value: 90 });
  return asked;
}

it("asks for the columns that speak for strange and says that the row would not be flagged", async () => {
  const asked = await renderLine({ before: 97, after: 60, usual: 50 });
  expect(
    await screen.findByText("With country and amount as usual, the score falls from 97 to 60: below the threshold."),
  ).toBeInTheDocument();
  expect(asked).toEqual([{ run: "shown", row: 3, named: [1, 0] }]);
});

it("says when the row would still be flagged", async () => {
  await renderLine({ before: 160, after: 95, usual: 50 });
  expect(await screen.findByText(/falls from 160 to 95: still flagged/)).toBeInTheDocument();
});

it("says when the reasons explain little", async () => {
  await renderLine({ before: 97, after: 96, usual: 50 });
  expect(await screen.findByText(/the score is still 96: these columns explain little of it/)).toBeInTheDocument();
});

it("speaks of a row below the threshold without calling it flagged", async () => {
  await renderLine({ before: 80, after: 55, usual: 50 });
  expect(
    await screen.findByText("With country and amount as usual, the score falls from 80 to 55."),
  ).toBeInTheDocument();
});

it("keeps quiet where there is nothing to say", async () => {
  const asked = await renderLine(null);
  await waitFor(() => expect(asked).toHaveLength(1));
  expect(screen.queryByText(/as usual/)).not.toBeInTheDocument();
});
