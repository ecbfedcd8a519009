import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";
import type { EventSequences } from "../../engine/protocol";
import { giveElementsASize } from "../../testing/give-elements-a-size";
import { cardOf, fakeEngine, renderOpen, resultOf } from "../../testing/open-screen";
import { prepareCharts } from "../../testing/charts-in-jsdom";
import { useSession } from "../../state/use-session";
import { wholeCatalogue } from "../../testing/whole-catalogue";
import { EventAround } from "./event-around";
import { EventsPanel } from "./events-panel";

const messages = wholeCatalogue();
/** Ten sequences of ten events; row 0 has the highest score. */
const events: EventSequences = {
  vocabulary: ["read", "write", ""],
  counts: Uint32Array.of(60, 39, 1),
  names: Array.from({ length: 10 }, (_, at) => `block ${at}`),
  starts: Uint32Array.from({ length: 11 }, (_, at) => at * 10),
  rows: Uint32Array.from({ length: 100 }, (_, at) => 99 - at),
  symbols: Uint32Array.from({ length: 100 }, (_, at) => (at === 99 ? 2 : at % 2)),
  notes: [],
};

function Around() {
  const row = useSession((state) => state.viewState.selectedRow);
  return row !== null && <EventAround row={row} />;
}

async function open(level: "event" | "sequence") {
  const engine = fakeEngine([cardOf("event", { kind: "category" }), cardOf("block", { kind: "category" })], {
    run: (request) => Promise.resolve(resultOf(request)),
    eventSequences: () => Promise.resolve(events),
    // Of each sequence the third event was expected least.
    eventScores: () =>
      Promise.resolve({
        scores: Float64Array.from({ length: 100 }, (_, row) => ((99 - row) % 10 === 2 ? 9 : (row * 0.7) % 1)),
        scale: { floor: 0, unit: 1, median: 0.4, mad: 0.1 },
      }),
  });
  const session = await renderOpen(
    messages,
    <>
      <EventsPanel />
      <Around />
    </>,
    engine,
  );
  await act(async () => session.actions.readAs({ kind: "events", symbol: 0, sequence: 1, time: null, level }));
  await screen.findByRole("listbox", { name: "Sequences, the strangest first" });
  return session;
}

beforeEach(async () => {
  await prepareCharts(900, 500);
  giveElementsASize();
});

it("opens the strangest sequence, its tokens with their symbols, and another by keys", async () => {
  await open("event");
  expect(await screen.findByRole("figure", { name: "Sequence block 9" })).toBeInTheDocument();
  const tokens = screen.getByRole("listbox", { name: "Sequence block 9" });
  expect(tokens.querySelectorAll("[role=option]")).toHaveLength(10);
  expect(tokens).toHaveTextContent(/^readwrite.*\(missing\)$/);
  fireEvent.keyDown(screen.getByRole("listbox", { name: "Sequences, the strangest first" }), { key: "ArrowDown" });
  expect(await screen.findByRole("figure", { name: "Sequence block 8" })).toBeInTheDocument();
});

it("selects the row of a token, and opens the sequence of a row that was selected elsewhere", async () => {
  const session = await open("event");
  fireEvent.keyDown(await screen.findByRole("listbox", { name: "Sequence block 9" }), { key: "End" });
  expect(session.store.getState().viewState.selectedRow).toBe(0);
  act(() => session.actions.select(99));
  expect(await screen.findByRole("figure", { name: "Sequence block 0" })).toBeInTheDocument();
});

it("goes from sequence to sequence where these are scored as a whole, to the event that broke the pattern", async () => {
  const session = await open("sequence");
  const tokens = await screen.findByRole("listbox", { name: "Sequence block 9" });
  await waitFor(() => expect(session.store.getState().viewState.stops?.[0]).toBe(7));
  const strongest = tokens.querySelectorAll("[data-flagged]");
  expect(strongest).toHaveLength(1);
  expect(strongest[0]).toHaveAttribute("id", "token-2");
  expect(strongest[0]).toHaveAttribute("data-tint", "5");
  act(() => session.actions.select(9));
  const where = await screen.findByRole("region", { name: "The sequence" });
  expect(where).toHaveTextContent(/^The sequenceEvent 1 of 10 in sequence block 9\./);
  fireEvent.click(await within(where).findByRole("button", { name: /^Go to .*: read, event 3$/ }));
  expect(session.store.getState().viewState.selectedRow).toBe(7);
  expect(where).toHaveTextContent(/least expected\.$/);
});
