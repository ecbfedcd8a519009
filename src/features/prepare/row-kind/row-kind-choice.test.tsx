import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import { RowKinds } from "../../../app/row-kinds";
import { CONSENSUS } from "../../../core/detect/run-key";
import type { SeriesOverview } from "../../../engine/protocol";
import { detectorCardOf } from "../../../state/catalogue";
import { prepareCharts } from "../../../testing/charts-in-jsdom";
import type { FakeAnswer, FakeAnswers } from "../../../testing/fake-engine";
import { cardOf, fakeEngine, renderOpen } from "../../../testing/open-screen";
import { wholeCatalogue } from "../../../testing/whole-catalogue";
import { RowKindChoice } from "./row-kind-choice";

const messages = wholeCatalogue();
const times = Float64Array.of(0, 1, 2);
const overview: SeriesOverview = {
  channels: [{ column: 1, name: "load" }],
  channel: 1,
  series: [
    {
      name: "",
      steps: 500,
      parts: 1,
      line: { times, low: times, high: times, breaks: new Uint32Array(0) },
      labelled: [],
    },
  ],
  isClock: true,
  unitMs: 1,
  step: 1_800_000,
  period: 48,
  periods: [],
  window: 72,
  suggestedWindow: 72,
  stride: 3,
  notes: [{ code: "series.split", values: { count: 2 } }],
};

const columns = [
  cardOf("when", { kind: "time" }),
  cardOf("load"),
  cardOf("heat"),
  cardOf("strange", { role: "label" }),
  cardOf("event", { kind: "category" }),
];

function open(change: FakeAnswers = {}) {
  const engine = fakeEngine(columns, {
    seriesOverview: () => Promise.resolve(overview),
    autocorrelation: () =>
      Promise.resolve({
        correlation: Float64Array.from({ length: 160 }, (_, lag) => Math.cos(lag / 8)),
        period: 48,
        periods: [],
        suggestedWindow: 72,
        step: overview.step,
      }),
    ...change,
  });
  return renderOpen(
    messages,
    <RowKinds>
      <RowKindChoice />
    </RowKinds>,
    engine,
  );
}

beforeEach(() => prepareCharts(900, 220));

it("switches to a series and back in one undoable step each, with detectors that fit", async () => {
  const session = await open();
  const before = session.store.getState().history.present;
  fireEvent.click(screen.getByRole("radio", { name: "Time series" }));
  const { recipe, picked, shown } = session.store.getState().history.present;
  expect(recipe?.rowKind).toMatchObject({ kind: "series", time: 0, group: null });
  expect([...picked, CONSENSUS]).toContain(shown);
  expect(picked.every((id) => detectorCardOf(id)?.accepts !== "events")).toBe(true);
  act(() => session.actions.undo());
  expect(session.store.getState().history.present).toBe(before);
});

it("keeps the detectors that a person picked, where they fit", async () => {
  const session = await open();
  act(() => session.actions.pick("knn"));
  fireEvent.click(screen.getByRole("radio", { name: "Time series" }));
  expect(session.store.getState().history.present.picked).toContain("knn");
  act(() => session.actions.pick("seasonal"));
  fireEvent.click(screen.getByRole("radio", { name: "Table" }));
  const { picked } = session.store.getState().history.present;
  expect(picked).toContain("knn");
  expect(picked).not.toContain("seasonal");
});

it("chooses the window on the autocorrelation, and takes the suggestion back", async () => {
  const session = await open();
  fireEvent.click(screen.getByRole("radio", { name: "Time series" }));
  const slider = await screen.findByRole("slider", { name: "Window in steps" });
  expect(slider).toHaveAttribute("aria-valuetext", "72 steps, 36 h");
  fireEvent.keyDown(slider, { key: "ArrowRight" });
  const window = () => {
    const rowKind = session.store.getState().history.present.recipe?.rowKind;
    return rowKind?.kind === "series" ? rowKind.window : undefined;
  };
  expect(window()).toBe(73);
  fireEvent.click(screen.getByRole("button", { name: "Suggested: 72 steps, 36 h" }));
  expect(window()).toBeNull();
});

it("tells what was done to the rows, and offers no label as a channel", async () => {
  await open();
  fireEvent.click(screen.getByRole("radio", { name: "Time series" }));
  expect(await screen.findByRole("list", { name: "What was done to the rows" })).toHaveTextContent(/^Split at 2 gaps/);
  const chips = screen.getByRole("group", { name: "Channels" });
  expect(chips).toHaveTextContent("Channelsloadheat");
});

it("leaves a column out by its chip", async () => {
  const seriesOverview = vi.fn<FakeAnswer<"seriesOverview">>(() => Promise.resolve(overview));
  const session = await open({ seriesOverview });
  fireEvent.click(screen.getByRole("radio", { name: "Time series" }));
  fireEvent.click(await screen.findByRole("checkbox", { name: "heat" }));
  expect(session.store.getState().history.present.recipe?.columns[2]?.role).toBe("ignore");
  await waitFor(() => expect(seriesOverview.mock.lastCall?.[0].recipe.columns[2]?.role).toBe("ignore"));
});

it("asks how long a step takes where no column is a clock, and forgets it with the time it was said of", async () => {
  const session = await open({ seriesOverview: () => Promise.resolve({ ...overview, isClock: false, unitMs: null }) });
  const rowKind = () => session.store.getState().history.present.recipe?.rowKind;
  fireEvent.click(screen.getByRole("radio", { name: "Time series" }));
  expect(screen.queryByRole("textbox", { name: "One step takes" })).toBeNull();
  fireEvent.change(await screen.findByRole("combobox", { name: "Time" }), { target: { value: "" } });
  fireEvent.change(await screen.findByRole("textbox", { name: "One step takes" }), { target: { value: "10" } });
  expect(rowKind()).toMatchObject({ time: null, unitMs: 10_000 });
  fireEvent.change(screen.getByRole("combobox", { name: "Unit of time" }), { target: { value: "hertz" } });
  expect(rowKind()).toMatchObject({ unitMs: 100 });
  fireEvent.change(screen.getByRole("combobox", { name: "Time" }), { target: { value: "1" } });
  expect(rowKind()).not.toHaveProperty("unitMs");
});
