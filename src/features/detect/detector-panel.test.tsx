import { act, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { Failure } from "../../core/data/failure";
import type { Progress, RunRequest, RunResult } from "../../engine/protocol";
import { runRequestOf } from "../../state/run-request";
import type { FakeAnswer } from "../../testing/fake-engine";
import { cardOf, fakeEngine, renderOpen, resultOf } from "../../testing/open-screen";
import { wholeCatalogue } from "../../testing/whole-catalogue";
import { DetectorPanel } from "./detector-panel";

const actor = () => userEvent.setup({ delay: null });

interface Started {
  readonly request: RunRequest;
  report(progress: Progress): void;
  finish(result: RunResult): void;
  fail(error: unknown): void;
}

/** A panel whose runs stand still until the test moves them. */
async function renderPanel() {
  const started: Started[] = [];
  const run: FakeAnswer<"run"> = (request, report) => {
    let settle: Pick<Started, "finish" | "fail"> | undefined;
    const result = new Promise<RunResult>((finish, fail) => {
      settle = { finish, fail };
    });
    started.push({ request, report, ...settle! });
    return { result, cancel: () => settle?.fail(new Failure({ code: "cancelled" })), endEarly: () => undefined };
  };
  const session = await renderOpen(wholeCatalogue(), <DetectorPanel />, fakeEngine([cardOf("amount")], { run }));
  const last = () => started.at(-1) ?? expect.fail("no run was started");
  return { session, started, last };
}

it("shows progress and cancels", async () => {
  const { last } = await renderPanel();
  act(() => last().report({ phase: "fit", done: 0.4 }));
  expect(screen.getByText("Learning, 40 %")).toBeInTheDocument();
  expect(screen.getByRole("progressbar", { name: "Progress of Isolation forest" })).toHaveAttribute(
    "aria-valuenow",
    "40",
  );
  expect(screen.getAllByText("Waiting for its turn")).toHaveLength(2);
  await actor().click(screen.getByRole("button", { name: "Cancel Isolation forest" }));
  expect(await screen.findByRole("button", { name: "Run Isolation forest" })).toBeInTheDocument();
});

it("counts what the threshold flags, and counts again when it moves", async () => {
  const { session, last } = await renderPanel();
  await act(async () => last().finish(resultOf(last().request)));
  act(() => session.actions.setThreshold("isolation-forest", { kind: "fixed", value: 90 }));
  expect(screen.getByText(/^10 flagged \(10/)).toBeInTheDocument();
  expect(screen.getByText("0.8 s")).toBeInTheDocument();
  act(() => session.actions.setThreshold("isolation-forest", { kind: "fixed", value: 99 }));
  expect(screen.getByText(/^1 flagged/)).toBeInTheDocument();
});

it("keeps the old result, marked, while new settings run", async () => {
  const { session, last } = await renderPanel();
  await act(async () => last().finish(resultOf(last().request)));
  act(() => session.actions.setParams("isolation-forest", { trees: 200 }));
  expect(screen.getByText("earlier settings")).toBeInTheDocument();
  expect(screen.getByText(/^\d+ flagged/)).toHaveAttribute("data-stale", "true");
});

it("tells a failure and tries again", async () => {
  const { started, last } = await renderPanel();
  await act(async () => last().fail(new Failure({ code: "no-features" })));
  await actor().click(await screen.findByRole("button", { name: "Try again: Isolation forest" }));
  await waitFor(() => expect(screen.queryByRole("alert")).not.toBeInTheDocument());
  expect(started.filter(({ request }) => request.detector === "isolation-forest").length).toBe(1);
  expect(screen.getAllByText("Waiting for its turn").length).toBeGreaterThan(0);
});

it("shows another detector, takes one away and adds one", async () => {
  const { session } = await renderPanel();
  const choices = () => session.store.getState().history.present;
  await actor().click(screen.getByRole("radio", { name: /k-means/i }));
  expect(choices().shown).toBe("k-means");
  await actor().click(screen.getByRole("button", { name: /^Remove k-means/i }));
  expect(choices().picked).toEqual(["isolation-forest", "robust-z"]);
  await actor().click(screen.getByRole("button", { name: "Add a detector" }));
  await actor().click(await screen.findByRole("button", { name: /^k-means.*Cannot see:/i }));
  expect(choices().picked).toEqual(["isolation-forest", "robust-z", "k-means"]);
});

it("adds a second instance of a detector beside the first, under a name and with settings of its own", async () => {
  const { session } = await renderPanel();
  const choices = () => session.store.getState().history.present;
  await actor().click(screen.getByRole("button", { name: "Duplicate Isolation forest" }));
  expect(choices().picked).toEqual(["isolation-forest", "isolation-forest-2", "robust-z", "k-means"]);
  expect(screen.getByRole("radio", { name: "Isolation forest 2" })).toBeChecked();
  const trees = screen.getByRole("textbox", { name: "Trees" });
  await actor().clear(trees);
  await actor().type(trees, "64{Enter}");
  const treesOf = (id: string) => choices().detectors.find((one) => one.id === id)?.params["trees"];
  expect(treesOf("isolation-forest-2")).toBe(64);
  expect(treesOf("isolation-forest")).not.toBe(64);
  await actor().click(screen.getByRole("button", { name: /^Remove Isolation forest 2/ }));
  expect(choices().picked).toEqual(["isolation-forest", "robust-z", "k-means"]);
});

it("sets one seed for all runs", async () => {
  const { session } = await renderPanel();
  const seed = screen.getByRole("textbox", { name: "Random seed" });
  await actor().clear(seed);
  await actor().type(seed, "7");
  expect(session.store.getState().history.present.seed).toBe(7);
});

it("offers what a label could teach, and runs it by what is known of rows", async () => {
  const engine = fakeEngine([cardOf("amount"), cardOf("verdict", { role: "label" })]);
  const session = await renderOpen(wholeCatalogue(), <DetectorPanel />, engine);
  await actor().click(screen.getByRole("button", { name: "Add “Forest taught by what is known”" }));
  expect(session.store.getState().history.present.shown).toBe("taught-forest");
  expect(screen.queryByRole("group", { name: "Teach a detector" })).not.toBeInTheDocument();
  expect(runRequestOf(session.store.getState(), "taught-forest")?.taught).toEqual({ sources: ["label"] });
});

it("offers nothing to teach where nothing is known", async () => {
  await renderPanel();
  expect(screen.queryByRole("group", { name: "Teach a detector" })).not.toBeInTheDocument();
});
