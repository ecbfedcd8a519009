import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import type { Engine, SeriesOverview, Stretch, Stretches } from "../../engine/protocol";
import { useSession } from "../../state/use-session";
import { StretchesProvider } from "../../state/use-stretches";
import type { FakeAnswer, FakeAnswers } from "../../testing/fake-engine";
import { giveElementsASize } from "../../testing/give-elements-a-size";
import { cardOf, fakeEngine, renderOpen, resultOf } from "../../testing/open-screen";
import { prepareCharts } from "../../testing/charts-in-jsdom";
import { wholeCatalogue } from "../../testing/whole-catalogue";
import { SeriesPanel } from "./series-panel";
import { StepAround } from "./step-around";
import { StretchTable } from "./stretch-table";

const messages = wholeCatalogue();
const times = Float64Array.from({ length: 100 }, (_, at) => at);
const line = { times, low: times, high: times, breaks: new Uint32Array(0) };

const overview: SeriesOverview = {
  channels: [
    { column: 0, name: "load" },
    { column: 1, name: "heat" },
  ],
  channel: 0,
  series: ["north", "south"].map((name) => ({ name, steps: 100, parts: 1, line, labelled: [] })),
  isClock: false,
  unitMs: null,
  step: 1,
  period: null,
  periods: [],
  window: 10,
  suggestedWindow: 10,
  stride: 1,
  notes: [],
};

function stretchOf(series: number, from: number, peak: number): Stretch {
  const channels = [{ column: 0, share: 1, actual: 8, expected: 2, times: 6 }];
  const rows = { firstRow: from, lastRow: from + 4, peakRow: from + 2 };
  return { series, from, to: from + 4, steps: 5, flagged: 5, ...rows, peak, peakTime: from + 2, channels };
}

const found: Stretches = {
  stretches: [stretchOf(1, 60, 99), stretchOf(0, 20, 80)],
  total: 2,
  peaks: Float64Array.of(80, 99),
};

function engineWith(change: FakeAnswers = {}): Engine {
  return fakeEngine([cardOf("load"), cardOf("heat")], {
    run: (request) => Promise.resolve(resultOf(request)),
    seriesOverview: () => Promise.resolve(overview),
    seriesDetail: ({ channels = [] }) =>
      Promise.resolve({
        times,
        breaks: line.breaks,
        scores: times,
        rows: Uint32Array.from(times),
        channels: overview.channels
          .filter(({ column }) => channels.includes(column))
          .map((channel) => ({ ...channel, low: times, high: times, expected: null })),
      }),
    stretches: () => Promise.resolve(found),
    // Rows of "south" lie in order of time.
    stepOf: ({ row }) => Promise.resolve({ series: 1, time: row }),
    nearest: () => Promise.resolve(null),
    ...change,
  });
}

function Around() {
  const row = useSession((state) => state.viewState.selectedRow);
  return (
    row !== null && <StepAround row={row} explanation={{ row, contributions: [], method: { code: "method.step" } }} />
  );
}

async function open(engine = engineWith()) {
  const session = await renderOpen(
    messages,
    <StretchesProvider>
      <SeriesPanel />
      <StretchTable rows={<p>the rows</p>} />
      <Around />
    </StretchesProvider>,
    engine,
  );
  const rowKind = {
    kind: "series",
    time: null,
    group: null,
    duplicates: "mean",
    fillUpTo: 5,
    window: null,
    stride: null,
    points: "covering",
  } as const;
  await act(async () => session.actions.readAs(rowKind));
  await act(async () => session.actions.show("isolation-forest"));
  await screen.findByRole("grid", { name: "Flagged stretches" });
  return session;
}

beforeEach(async () => {
  await prepareCharts(900, 500);
  giveElementsASize();
});

it("opens the strangest of many series, and another by a click", async () => {
  await open();
  expect(await screen.findByRole("figure", { name: "south over time" })).toBeInTheDocument();
  fireEvent.click(screen.getByRole("option", { name: /^north/ }));
  expect(await screen.findByRole("figure", { name: "north over time" })).toBeInTheDocument();
});

it("goes to the stretch that was chosen in the table, and gives J and K their stops", async () => {
  const session = await open();
  await waitFor(() => expect(session.store.getState().viewState.stops).toEqual(Uint32Array.of(62, 22)));
  const grid = screen.getByRole("grid", { name: "Flagged stretches" });
  fireEvent.keyDown(grid, { key: "End" });
  expect(session.store.getState().viewState.selectedRow).toBe(22);
  expect(await screen.findByRole("figure", { name: "north over time" })).toBeInTheDocument();
  expect(screen.getByRole("row", { selected: true })).toHaveTextContent(/^north20245 steps80load8, expected 2/);
  const brush = await screen.findByRole("slider", { name: "Part of the series in view" });
  expect(brush).toHaveAttribute("aria-valuetext", "0 to 60");
});

it("goes to a row that is not the peak of its stretch, and shows what surrounds that row", async () => {
  const session = await open();
  act(() => session.actions.select(64));
  expect(await screen.findByRole("figure", { name: "south over time" })).toBeInTheDocument();
  expect(await screen.findByRole("row", { selected: true })).toHaveTextContent(/^south6064/);
  const near = await screen.findByRole("region", { name: "Around this row" });
  expect(near).toHaveTextContent("64, within the flagged stretch from 60 to 64 (5 steps).");
  expect(await within(near).findByRole("figure", { name: "load: measured" })).toBeInTheDocument();
  act(() => session.actions.select(30));
  expect(await screen.findByText("30, within no flagged stretch.")).toBeInTheDocument();
  expect(screen.queryByRole("row", { selected: true })).not.toBeInTheDocument();
  act(() => session.actions.select(62));
  expect(await screen.findByRole("region", { name: "The stretch" })).toHaveTextContent(/60 to 64 \(5 steps\)/);
});

it("asks for stretches again when their rule changes, and the step can be undone", async () => {
  const stretches = vi.fn<FakeAnswer<"stretches">>(() => Promise.resolve(found));
  const session = await open(engineWith({ stretches }));
  await waitFor(() => expect(stretches).toHaveBeenCalled());
  act(() => session.actions.setStretchRule({ leastSteps: 3 }));
  await waitFor(() =>
    expect(stretches).toHaveBeenLastCalledWith(expect.objectContaining({ leastSteps: 3 }), expect.anything()),
  );
  act(() => session.actions.undo());
  await waitFor(() =>
    expect(stretches).toHaveBeenLastCalledWith(expect.objectContaining({ leastSteps: 1 }), expect.anything()),
  );
});

it("tells of each channel whether it is drawn, and draws the line of the first that is", async () => {
  const asked = vi.fn<FakeAnswer<"seriesOverview">>(() => Promise.resolve(overview));
  await open(engineWith({ seriesOverview: asked }));
  fireEvent.click(await screen.findByRole("button", { name: "2 of 2 channels" }));
  const load = await screen.findByRole("menuitemcheckbox", { name: "load", checked: true });
  fireEvent.click(load);
  expect(load).not.toBeChecked();
  await waitFor(() => expect(asked.mock.calls.at(-1)?.[0]).toMatchObject({ channel: 1 }));
});

it("shows the rows themselves on demand", async () => {
  await open();
  fireEvent.click(screen.getByRole("radio", { name: "Rows" }));
  expect(screen.getByText("the rows")).toBeInTheDocument();
});

it("draws the line before any detector is done", async () => {
  await open(
    engineWith({
      run: () => new Promise<never>(() => undefined),
    }),
  );
  expect(await screen.findByRole("figure", { name: "north over time" })).toBeInTheDocument();
  expect(screen.getByRole("application").closest("figure")?.innerHTML).not.toMatch(/NaN/);
  expect(screen.queryByRole("slider", { name: /^Threshold/ })).not.toBeInTheDocument();
});

it("says what went wrong where the rows are no series", async () => {
  const failing = {
    seriesOverview: () => Promise.reject(Object.assign(new Error("x"), { info: { code: "no-rows" } })),
  };
  await open(engineWith(failing));
  expect(await screen.findByRole("alert")).toBeInTheDocument();
});
