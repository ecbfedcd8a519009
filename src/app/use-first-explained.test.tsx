import { act } from "@testing-library/react";
import { expect, it } from "vitest";
import { cardOf, fakeEngine, renderOpen, resultOf } from "../testing/open-screen";
import { until } from "../testing/until";
import { wholeCatalogue } from "../testing/whole-catalogue";
import { RowKinds } from "./row-kinds";
import { useFirstExplained } from "./use-first-explained";

const ROWS = 100;

function Explained() {
  useFirstExplained();
  return null;
}

/** Two detectors that rank the rows the other way round, each flagging five; the first of them is on screen. */
async function opened() {
  const engine = fakeEngine([cardOf("amount"), cardOf("age")], {
    run(request) {
      const result = resultOf(request);
      const isTurned = request.detector === "k-means";
      const turned = { scores: result.scores.toReversed(), order: result.order.toReversed() };
      return Promise.resolve(isTurned ? { ...result, ...turned } : result);
    },
  });
  const session = await renderOpen(
    wholeCatalogue(),
    <RowKinds>
      <Explained />
    </RowKinds>,
    engine,
  );
  const { actions, store } = session;
  const flagFive = (id: string) => act(() => actions.setThreshold(id, { kind: "top-k", k: 5 }));
  for (const id of ["isolation-forest", "k-means"]) flagFive(id);
  await act(() => until(() => expect(store.getState().runs["k-means"]?.status).toBe("done")));
  const selected = () => store.getState().viewState.selectedRow;
  await act(() => until(() => expect(selected()).toBe(0)));
  return { actions, selected };
}

it("explains the strangest row of what is on screen for as long as nobody has selected one", async () => {
  const { actions, selected } = await opened();
  act(() => actions.show("k-means"));
  expect(selected()).toBe(ROWS - 1);
  act(() => actions.show("isolation-forest"));
  expect(selected()).toBe(0);
});

it("leaves a row alone that a person selected, picked others beside, or writes of", async () => {
  const { actions, selected } = await opened();
  act(() => actions.noteOn());
  act(() => actions.show("k-means"));
  expect(selected()).toBe(0);
  act(() => actions.endNote());
  expect(selected()).toBe(0);
  act(() => actions.select(7));
  act(() => actions.show("isolation-forest"));
  expect(selected()).toBe(7);
  act(() => actions.select(null));
  act(() => actions.show("k-means"));
  expect(selected()).toBeNull();
});

it("leaves the row that it selected itself once that one is clicked", async () => {
  const { actions, selected } = await opened();
  act(() => actions.select(0));
  act(() => actions.show("k-means"));
  expect(selected()).toBe(0);
});
