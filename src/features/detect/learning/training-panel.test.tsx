import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Note } from "../../../core/data/note";
import type { TrainingView } from "../../../core/detect/training-view";
import type { Progress, RunRequest, RunResult } from "../../../engine/protocol";
import { prepareCharts } from "../../../testing/charts-in-jsdom";
import type { FakeAnswer } from "../../../testing/fake-engine";
import { cardOf, fakeEngine, renderOpen, resultOf } from "../../../testing/open-screen";
import { wholeCatalogue } from "../../../testing/whole-catalogue";
import { DetectorPanel } from "../detector-panel";
import { TrainingPanel } from "./training-panel";

beforeEach(() => prepareCharts());
afterEach(() => {
  vi.restoreAllMocks();
});

interface Started {
  readonly request: RunRequest;
  readonly endEarly: () => void;
  report(progress: Progress): void;
  finish(result: RunResult): void;
}

/** An autoencoder that learns as the test tells it, watched from the panel and from the list of detectors. */
async function renderLearning() {
  const started: Started[] = [];
  const run: FakeAnswer<"run"> = (request, report) => {
    let finish: Started["finish"] = () => undefined;
    const result = new Promise<RunResult>((resolve) => {
      finish = resolve;
    });
    const endEarly = vi.fn();
    started.push({ request, endEarly, report, finish });
    return { result, cancel: () => undefined, endEarly };
  };
  const engine = fakeEngine([cardOf("amount")], { run });
  const session = await renderOpen(
    wholeCatalogue(),
    <>
      <DetectorPanel />
      <TrainingPanel />
    </>,
    engine,
  );
  const last = () => started.at(-1) ?? expect.fail("no run was started");
  await act(async () => last().finish(resultOf(last().request)));
  act(() => session.actions.pick("autoencoder"));
  await waitFor(async () => {
    const { request, finish } = last();
    if (request.detector !== "autoencoder") await act(async () => finish(resultOf(request)));
    expect(last().request.detector).toBe("autoencoder");
  });
  return { last };
}

const trainingViews: readonly TrainingView[] = [
  {
    kind: "architecture",
    copies: 3,
    networks: [{ name: "autoencoder", input: [6], layers: [{ kind: "dense", shape: [4], parameters: 28 }] }],
  },
  { kind: "errors", at: 40, errors: Float32Array.of(0.1, 0.2, 3) },
];

const learning: Progress = {
  phase: "fit",
  done: 0.08,
  metrics: [
    { name: "loss", at: 40, value: 0.5 },
    { name: "validation loss", at: 40, value: 0.6 },
  ],
  trainingViews,
  notes: [{ code: "neural.backend.chosen", values: { backend: "wasm" } }],
};

const panel = () => screen.getByRole("region", { name: "Autoencoder: training" });

function resultWith(request: RunRequest, notes: readonly Note[], stopped: TrainingView, endedEarly = false): RunResult {
  return {
    ...resultOf(request),
    metrics: learning.metrics ?? [],
    trainingViews: [...trainingViews, stopped],
    notes,
    endedEarly,
  };
}

it("waits, then shows the step, where it runs, the curve, the errors and the network", async () => {
  const { last } = await renderLearning();
  expect(panel()).toHaveTextContent("The curve and the network appear with the first steps.");
  act(() => last().report(learning));
  expect(panel()).toHaveTextContent("Step 40 of 500");
  expect(panel()).toHaveTextContent("Runs on the processor (WebAssembly), as you chose.");
  expect(await screen.findByRole("figure", { name: "Training" })).toBeInTheDocument();
  expect(screen.getByRole("figure", { name: "Errors of the rows" })).toBeInTheDocument();
  expect(screen.getByRole("figure", { name: "Network" })).toHaveTextContent("3 copies");
});

it("draws what is right on held-out rows apart from the losses", async () => {
  const { last } = await renderLearning();
  const accuracy = { name: "validation accuracy", at: 40, value: 0.75 };
  act(() => last().report({ ...learning, metrics: [...(learning.metrics ?? []), accuracy] }));
  const figure = await screen.findByRole("figure", { name: "Held-out accuracy" });
  expect(within(figure).getByRole("img")).toHaveAccessibleName("Step 40: right on held-out rows 0.75");
  const losses = screen.getByRole("figure", { name: "Training" });
  expect(within(losses).getByRole("img")).toHaveAccessibleName(/error on held-out rows 0\.6$/);
});

it("stops a training once, and says that it is being stopped", async () => {
  const { last } = await renderLearning();
  act(() => last().report(learning));
  const [inList, inPanel] = screen.getAllByRole("button", {
    name: "Stop here and use what Autoencoder has learned so far",
  });
  await userEvent.setup({ delay: null }).click(inPanel!);
  expect(last().endEarly).toHaveBeenCalledOnce();
  expect(inPanel).toBeDisabled();
  expect(inPanel).toHaveTextContent("Stopping…");
  expect(inList).toHaveTextContent("Stop here");
});

it("says that it was ended early, and trains to the end when asked", async () => {
  const { last } = await renderLearning();
  act(() => last().report(learning));
  const stopped = { kind: "stopped", at: 60, kept: 40, of: 500, why: "ended-early" } as const;
  await act(async () => last().finish(resultWith(last().request, [], stopped, true)));
  expect(screen.getAllByText("Ended early, after step 60.")).toHaveLength(2);
  const [button] = screen.getAllByRole("button", { name: "Train to the end: Autoencoder" });
  await userEvent.setup({ delay: null }).click(button!);
  expect(screen.queryByText("Ended early, after step 60.")).not.toBeInTheDocument();
  // As soon as the run under way has ended.
  await act(async () => last().finish(resultOf(last().request)));
  expect(last().request.detector).toBe("autoencoder");
});

it("says why it ended, what is used, and how well it learned, with care where care is due", async () => {
  const { last } = await renderLearning();
  act(() => last().report(learning));
  const stopped = { kind: "stopped", at: 340, kept: 140, of: 500, why: "no-better", perEpoch: 20 } as const;
  const heldOut = { code: "neural.held-out.accuracy", values: { rows: 40, percent: 90, usual: 60 } } as const;
  const notes = [{ code: "neural.verdict.collapsed" as const }, heldOut];
  await act(async () => last().finish(resultWith(last().request, notes, stopped)));
  expect(panel()).toHaveTextContent(/Ended at step 340 of 500, after 0\.5 s.*The network of step 140 is used/);
  expect(panel()).toHaveTextContent("That is 17 of 25 passes (epochs) over what it learned from; 8 were left.");
  expect(screen.getByText(/^Of 40 held out, 90 % were/)).toBeInTheDocument();
  const verdicts = screen.getAllByText(/^No better than/);
  // Beside the curve, and beside the settings, where the scores are read.
  expect(verdicts.map(({ dataset }) => dataset["tone"])).toEqual(["care", "care"]);
  expect(screen.getByText("used: step 140")).toBeInTheDocument();
});

it("says a good verdict only where the training is watched", async () => {
  const { last } = await renderLearning();
  const stopped = { kind: "stopped", at: 500, kept: 500, of: 500, why: "all-steps" } as const;
  const notes = [{ code: "neural.verdict.good" as const, values: { percent: 63 } }];
  await act(async () => last().finish(resultWith(last().request, notes, stopped)));
  expect(screen.getByText(/^Learn.*63/).dataset["tone"]).toBe("good");
  expect(panel()).toHaveTextContent("Took all 500 steps, in 0.5 s.");
});
