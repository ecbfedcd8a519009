import { act, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { Failure } from "../../core/data/failure";
import type { Progress, RunResult } from "../../engine/protocol";
import { cardOf, fakeEngine, renderOpen, resultOf } from "../../testing/open-screen";
import { wholeCatalogue } from "../../testing/whole-catalogue";
import { StabilitySection } from "./stability-section";

const actor = () => userEvent.setup({ delay: null });

interface Asked {
  report(progress: Progress): void;
  answer(): void;
  fail(error: unknown): void;
}

/** The section of a result that is there; reruns stand still until the test moves them. */
async function renderSection(overlap: number | null = 0.9, change: Partial<RunResult> = {}) {
  const asked: Asked[] = [];
  const engine = fakeEngine([cardOf("amount")], {
    run: (request) => Promise.resolve({ ...resultOf(request), ...change }),
    rerun: (_, report) => {
      const settle: { fail?: (error: unknown) => void } = {};
      const result = new Promise<void>((answer, fail) => {
        settle.fail = fail;
        asked.push({ report, answer, fail });
      });
      return { result, cancel: () => settle.fail?.(new Failure({ code: "cancelled" })) };
    },
    stability: () => Promise.resolve({ counts: new Uint8Array(1000), runs: 5, overlap }),
  });
  const session = await renderOpen(wholeCatalogue(), <StabilitySection />, engine);
  await act(async () => undefined);
  return { session, asked };
}

async function makeAll(asked: readonly Asked[]) {
  await actor().click(await screen.findByRole("button", { name: "Run again with 4 other seeds" }));
  for (const at of [0, 1, 2, 3]) await act(async () => asked[at]?.answer());
}

it("runs four other seeds with progress, and says in a sentence that the flags hold", async () => {
  const { asked } = await renderSection();
  await actor().click(await screen.findByRole("button", { name: "Run again with 4 other seeds" }));
  act(() => asked[0]?.report({ phase: "fit", done: 0.5 }));
  expect(screen.getByText("Seed 1 of 4")).toBeInTheDocument();
  expect(screen.getByRole("progressbar")).toHaveAttribute("aria-valuenow", "12.5");
  for (const at of [0, 1, 2, 3]) await act(async () => asked[at]?.answer());
  expect(screen.getByRole("status")).toHaveTextContent(
    /^Stable: on average, two runs with different seeds agree on 90\s% of the rows that at least one of them flags\.$/,
  );
});

it("says that they do not, and what to do", async () => {
  const { asked } = await renderSection(0.41);
  await makeAll(asked);
  expect(screen.getByRole("status")).toHaveTextContent(
    /^Shaky: .* agree on only 41\s% .* Trust the rows that most runs/,
  );
});

it("says that no run flags a row", async () => {
  const { asked } = await renderSection(null);
  await makeAll(asked);
  expect(screen.getByRole("status")).toHaveTextContent("none of the 5 runs flags a row at this threshold");
});

it("stops, and goes on with the seeds that are left", async () => {
  const { asked } = await renderSection();
  await actor().click(await screen.findByRole("button", { name: "Run again with 4 other seeds" }));
  await act(async () => asked[0]?.answer());
  await actor().click(screen.getByRole("button", { name: "Stop the runs with other seeds" }));
  await actor().click(await screen.findByRole("button", { name: "Go on with the 3 seeds left" }));
  expect(screen.getByText("Seed 2 of 4")).toBeInTheDocument();
});

it("tells a failure and tries again", async () => {
  const { asked } = await renderSection();
  await actor().click(await screen.findByRole("button", { name: "Run again with 4 other seeds" }));
  await act(async () => asked[0]?.fail(new Failure({ code: "out-of-memory" })));
  expect(screen.getByRole("alert")).toHaveTextContent(/memory/i);
  await actor().click(screen.getByRole("button", { name: "Try again" }));
  expect(screen.queryByRole("alert")).not.toBeInTheDocument();
});

it("offers nothing where no chance is at work", async () => {
  await renderSection(1, { chance: false });
  expect(await screen.findByText("No random number was drawn: every seed gives the same scores.")).toBeInTheDocument();
  expect(screen.queryByRole("button")).not.toBeInTheDocument();
});

it("waits for the end of a training that was ended early", async () => {
  await renderSection(1, { endedEarly: true });
  expect(await screen.findByText(/^This training was stopped early/)).toBeInTheDocument();
  expect(screen.queryByRole("button")).not.toBeInTheDocument();
});
