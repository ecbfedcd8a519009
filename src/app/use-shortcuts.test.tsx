import { act, fireEvent } from "@testing-library/react";
import { expect, it } from "vitest";
import { shownThresholdOf } from "../state/threshold";
import { cardOf, fakeEngine, renderOpen, resultOf } from "../testing/open-screen";
import { until } from "../testing/until";
import { wholeCatalogue } from "../testing/whole-catalogue";
import { useShortcuts } from "./use-shortcuts";

function Keys() {
  useShortcuts();
  return null;
}

/** A table whose rows have these scores. */
async function scored(sorted: Float64Array) {
  const engine = fakeEngine([cardOf("amount")], {
    run: (request) => Promise.resolve({ ...resultOf(request), scores: sorted.slice(), sorted }),
  });
  const { store } = await renderOpen(wholeCatalogue(), <Keys />, engine);
  await act(() => until(() => expect(shownThresholdOf(store.getState())).not.toBeNull()));
  return {
    press(key: string): void {
      fireEvent.keyDown(document.body, { key });
    },
    flagged: () => shownThresholdOf(store.getState())?.count,
    choices: () => store.getState().history.present,
  };
}

it("[ flags none of rows that tie where nothing is flagged, and chooses nothing", async () => {
  const { press, flagged, choices } = await scored(new Float64Array(100).fill(0.3));
  expect(flagged()).toBe(0);
  const before = choices();
  press("[");
  press("{");
  expect(choices()).toBe(before);
  press("]");
  expect(flagged()).toBe(100);
  press("[");
  expect(flagged()).toBe(0);
  const none = choices();
  press("[");
  expect(choices()).toBe(none);
});

it("[ and ] take rows that tie together", async () => {
  const { press, flagged } = await scored(
    Float64Array.of(9, 7, 7, 7, ...Array.from({ length: 96 }, (_, at) => 1 - at / 100)),
  );
  while (flagged() !== 0) press("[");
  const counts = ["]", "]", "]", "[", "[", "["].map((key) => {
    press(key);
    return flagged();
  });
  expect(counts).toEqual([1, 4, 5, 4, 1, 0]);
});
