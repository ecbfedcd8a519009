import { act, screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { columnMapOf } from "../../core/models/column-map";
import { RowKinds } from "../../app/row-kinds";
import { fakeEngine, cardOf, renderOpen } from "../../testing/open-screen";
import { numbersCsv } from "../../testing/open-table";
import { renderReal, runsDone } from "../../testing/real-screen";
import { paymentsCsv } from "../../testing/small-payments";
import { wholeCatalogue } from "../../testing/whole-catalogue";
import { FindingsPanel } from "./findings-panel";

const panel = (
  <RowKinds>
    <FindingsPanel />
  </RowKinds>
);

const open = (csv: string) => renderReal(panel, csv, { findings: true });

it("lists what stands out, each with its reason, and selects what is chosen", async () => {
  const { session, user } = await open(numbersCsv({ strange: 20 }));
  expect(await screen.findByRole("heading", { name: "1 row stands out" })).toBeInTheDocument();
  const line = within(screen.getByRole("list", { name: /surest first/ })).getByRole("button");
  expect(line).toHaveTextContent(/^Row 21c0 400 is /);
  await user.click(line);
  expect(line).toHaveAttribute("aria-pressed", "true");
  const { history, viewState } = session.store.getState();
  expect(viewState.selectedRow).toBe(20);
  expect(history.present.shown).toBe("findings");
  const [explanation] = await session.ask("explain", {
    run: session.store.getState().runs.findings!.result!.key,
    rows: Uint32Array.of(20),
  });
  expect(explanation?.finding).toEqual(explanation?.contributions[0]?.note);
});

it("says that nothing stands out, and what ranks first", async () => {
  const { session, user } = await open(numbersCsv());
  expect(await screen.findByRole("heading", { name: "Nothing stands out for sure" })).toBeInTheDocument();
  await user.click(await screen.findByRole("button", { name: /^Row \d+$/ }));
  const { history, runs, viewState } = session.store.getState();
  expect(history.present.shown).toBe("consensus");
  expect(viewState.selectedRow).toBe(runs.consensus!.result!.order[0]);
});

it("shows more where a person accepts more false ones", async () => {
  const { session, user } = await open(paymentsCsv());
  const number = async () => (await screen.findByRole("heading")).textContent;
  const before = await number();
  const { suggestions } = session.store.getState().runs.findings!.result!;
  await user.click(screen.getByRole("radio", { name: "10" }));
  expect(session.store.getState().history.present.thresholds.findings).toEqual({ kind: "named", name: "false-ten" });
  const ten = suggestions.find(({ name }) => name === "false-ten")!.count;
  const fifth = suggestions.find(({ name }) => name === "false-fifth")!.count;
  expect(ten).toBeGreaterThanOrEqual(fifth);
  if (ten > fifth) expect(await number()).not.toBe(before);
});

it("tells who looked, who kept silent, and why", async () => {
  await open(numbersCsv({ strange: 20 }));
  await screen.findByRole("heading");
  const said = screen.getByText(/checks could say something/);
  const words = within(said.closest("details")!).getAllByRole("listitem", { hidden: true });
  expect(words.some(({ textContent }) => /nothing to go by: /.test(textContent))).toBe(true);
  expect(words.some(({ textContent }) => /looked\.$/.test(textContent))).toBe(true);
});

it("says that too few rows say nothing", async () => {
  await open("a,b\n1,2\n3,4\n");
  expect(await screen.findByRole("heading", { name: "Too few rows to say what stands out" })).toBeInTheDocument();
});

it("is away where nobody looks for findings", async () => {
  await renderOpen(wholeCatalogue(), panel, fakeEngine([cardOf("a")]));
  expect(screen.queryByRole("region", { name: "What stands out" })).not.toBeInTheDocument();
});

it("says that only a sample was looked at, for as long as that is so", async () => {
  const { session } = await open(numbersCsv({ strange: 20 }));
  await screen.findByRole("heading", { name: "1 row stands out" });
  const change = (run: object, result: object) =>
    act(() =>
      session.store.setState(({ runs }) => ({
        runs: { ...runs, findings: { ...runs.findings!, ...run, result: { ...runs.findings!.result!, ...result } } },
      })),
    );
  change({ status: "running" }, { sampled: { rows: 10_000, of: 1_000_000 } });
  expect(screen.getByText("in a sample of 10,000 of 1,000,000 so far")).toBeVisible();
  change({ status: "cancelled" }, {});
  expect(screen.getByText(/in a sample of .*; stopped there/)).toBeVisible();
  change({ status: "done" }, { sampled: undefined });
  expect(screen.queryByText(/in a sample/)).not.toBeInTheDocument();
});

it("calls nothing borderline that a kept detector flags: that is its answer", async () => {
  const { session } = await open(numbersCsv());
  session.actions.show("isolation-forest");
  await session.actions.keepModel("May");
  const [model] = session.store.getState().models ?? [];
  session.actions.useModel(model!, columnMapOf(model!.settings, session.store.getState().dataset!.columns));
  session.actions.setThreshold("isolation-forest", { kind: "top-k", k: 300 });
  await runsDone(session);
  expect(await screen.findByRole("button", { name: "300 rows are flagged by the kept detector" })).toBeInTheDocument();
  expect(screen.queryByText(/borderline/)).toBeNull();
});
