import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { RowKinds } from "./row-kinds";
import { RowTable } from "../features/inspect/row-table";
import { renderReal } from "../testing/real-screen";
import { paymentsCsv } from "../testing/small-payments";
import { InCommonButton } from "../features/judge/in-common-button";
import { JudgeBar } from "../features/judge/judge-bar";
import { marksAsText, markLinesIn, ownMarksIn } from "../features/judge/marks-file";
import { MarksMenu } from "../features/judge/marks-menu";
import { ProgressLine } from "../features/judge/progress-line";

async function renderJudging(csv = paymentsCsv()) {
  const shown = await renderReal(
    <RowKinds>
      <RowTable />
      <JudgeBar />
      <ProgressLine />
      <InCommonButton />
    </RowKinds>,
    csv,
  );
  const { session } = shown;
  const state = () => session.store.getState();
  return { ...shown, state, marks: () => state().history.present.marks };
}

it("goes through the flagged rows mark by mark, and undoes one", async () => {
  const { session, state, marks, user } = await renderJudging();
  session.actions.select(7);
  await user.click(await screen.findByRole("button", { name: /^Anomaly/ }));
  await waitFor(() => expect(marks()).toMatchObject([{ verdict: "anomaly", note: "" }]));
  expect(state().viewState.selectedRow).toBe(23);
  expect(await screen.findByText(/1 of 3 flagged rows looked at · 1 anomaly/)).toBeInTheDocument();
  session.actions.judge("not-anomaly");
  session.actions.judge("unsure");
  await waitFor(() => expect(marks()).toHaveLength(3));
  expect(screen.getByText(/3 of 3 flagged rows looked at · 1 anomaly/)).toBeInTheDocument();
  session.actions.undo();
  await waitFor(() => expect(screen.getByText(/2 of 3 flagged rows looked at/)).toBeInTheDocument());
});

it("shows the mark beside its row, and only rows that were marked so", async () => {
  const { session, user } = await renderJudging();
  await session.actions.mark([7], { verdict: "anomaly" });
  await session.actions.mark([23], { verdict: "not-anomaly" });
  const grid = await screen.findByRole("grid", { name: "Rows of the table" });
  expect(await within(grid).findByRole("img", { name: "Anomaly" })).toBeInTheDocument();
  await user.selectOptions(screen.getByRole("combobox", { name: "Show rows by mark" }), "unmarked");
  await waitFor(() => expect(grid).toHaveAttribute("aria-rowcount", "2"));
  await user.selectOptions(screen.getByRole("combobox", { name: "Show rows by mark" }), "anomaly");
  await waitFor(() => expect(within(grid).getAllByRole("img", { name: "Anomaly" })).toHaveLength(1));
});

it("learns from marks beside the consensus, and shows no such thing once none is left", async () => {
  const { session, state } = await renderJudging();
  await session.actions.mark([7], { verdict: "anomaly" });
  await waitFor(() => expect(state().runs["guided"]?.status).toBe("done"));
  session.actions.show("guided");
  expect(state().runs["guided"]?.result?.order[0]).toBe(7);
  session.actions.undo();
  session.actions.undo();
  await waitFor(() => expect(state().runs["guided"]).toBeUndefined());
  expect(state().history.present.shown).not.toBe("guided");
});

it("says what the flagged rows have in common, and shows the rows that it speaks of", async () => {
  const lines = Array.from({ length: 200 }, (_, at) => {
    const isStrange = at % 20 === 0;
    return `${isStrange ? "web" : ["shop", "phone", "web"][at % 3]},${isStrange ? 900 + at : 40 + ((at * 7) % 20)}`;
  });
  const { session, user, state } = await renderJudging(["channel,amount", ...lines].join("\n"));
  session.actions.setThreshold(state().history.present.shown, { kind: "top-k", k: 10 });
  await user.click(await screen.findByRole("button", { name: "In common" }));
  expect(
    await screen.findByText(/^10 of 10 flagged rows have amount 900 to 1080; 0\s?% of the others do\.$/),
  ).toBeVisible();
  await user.click(screen.getAllByRole("button", { name: "Show these rows" })[0]!);
  expect(state().viewState.filters).toEqual([{ column: 1, kind: "range", min: 900, max: 1080 }]);
});

it("writes the note to the row that was just marked, and goes back to the next one", async () => {
  const { session, state, marks, user } = await renderJudging();
  session.actions.select(7);
  session.actions.judge("anomaly");
  expect(state().viewState.selectedRow).toBe(23);
  expect(await screen.findByText("Row 8 marked: Anomaly.")).toBeVisible();
  session.actions.noteOn();
  await user.type(await screen.findByRole("textbox", { name: "Note" }), "twice{Escape}");
  await waitFor(() => expect(marks()).toMatchObject([{ verdict: "anomaly", note: "twice" }]));
  expect(state().viewState.selectedRow).toBe(23);
  session.actions.select(11);
  session.actions.noteOn();
  expect(state().viewState.noting?.row).toBe(11);
});

it("takes verdicts from a table of somebody else's by a column that both have, and lists what is not found", async () => {
  const csv = ["id,amount", ...Array.from({ length: 60 }, (_, at) => `P${at},${at === 7 ? 900 : 10 + (at % 9)}`)].join(
    "\n",
  );
  const shown = await renderReal(<MarksMenu />, csv);
  const { user, session } = shown;
  await user.click(screen.getByRole("button", { name: "Marks" }));
  const file = new File(["id;verdict;note\nP7;fraud;called\nP9;ok;\nP70;ok;\n"], "verdicts.csv");
  Object.assign(file, { text: async () => "id;verdict;note\nP7;fraud;called\nP9;ok;\nP70;ok;\n" });
  await user.upload(document.querySelector<HTMLInputElement>("input[type=file]")!, file);
  expect(await screen.findByText("2 of 3 lines speak of a row of this table.")).toBeVisible();
  expect(screen.getByText("Taken as anomaly: fraud.")).toBeVisible();
  expect(screen.getByText("Not found: P70.")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Add 2 marks" }));
  await waitFor(() => expect(session.store.getState().marked.byRow.size).toBe(2));
  expect(session.store.getState().marked.byRow.get(7)).toMatchObject({ verdict: "anomaly", note: "called" });
});

it("keeps a note and tags with the row, and one step of typing is one step back", async () => {
  const { session, marks, user } = await renderJudging();
  session.actions.select(7);
  await user.click(await screen.findByRole("button", { name: /^Note/ }));
  await user.type(await screen.findByRole("textbox", { name: "Note" }), "paid twice");
  await waitFor(() => expect(marks()).toMatchObject([{ verdict: "unsure", note: "paid twice" }]));
  await user.type(screen.getByRole("combobox", { name: "Tags" }), "duplicate{Enter}");
  await waitFor(() => expect(marks()).toMatchObject([{ tags: ["duplicate"] }]));
  session.actions.undo();
  session.actions.undo();
  await waitFor(() => expect(marks()).toEqual([]));
});

it("writes marks as a file that it reads again, whatever stands in them", () => {
  const marks = [
    {
      row: "00ff00ff00ff00ff.0",
      verdict: "anomaly" as const,
      note: '=1+1 "x",\ny',
      tags: ["a b", "-c"],
      by: "Ann",
      at: 0,
    },
    { row: "00ff00ff00ff00ff.1", verdict: "unsure" as const, note: "", tags: [], by: "", at: 1_700_000_000_000 },
  ];
  expect(ownMarksIn(markLinesIn(marksAsText(marks)))).toEqual(marks);
  expect(ownMarksIn(markLinesIn("a,b\n1,2\n"))).toEqual([]);
});
