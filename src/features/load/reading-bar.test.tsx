import { act, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import type { DialectGuess } from "../../core/data/dialect";
import { Failure } from "../../core/data/failure";
import { createSession } from "../../state/session";
import { madeUpInspection, madeUpTable } from "../../testing/made-up-table";
import { scriptedEngine } from "../../testing/scripted-engine";
import { showScreen } from "../../testing/show-screen";
import { wholeCatalogue } from "../../testing/whole-catalogue";
import { ReadingBar } from "./reading-bar";
import { sourceOf } from "../../state/source";

const actor = () => userEvent.setup({ delay: null });
const GB = 1e9;

function renderBar() {
  const script = scriptedEngine();
  const session = createSession({ engine: script.engine });
  showScreen(<ReadingBar />, session, wholeCatalogue());
  const stage = () => session.store.getState().reading.stage;
  const open = (name: string) => act(() => void session.actions.open(sourceOf(name, new Blob(["a"]))));
  /** Answers the newest look at a file. */
  const look = (sniff = madeUpInspection()) => act(async () => script.looks.at(-1)?.answer(sniff));
  const finish = (name: string) => act(async () => script.opens.at(-1)?.answer(madeUpTable(name, 20_000)));
  const fail = (error: unknown) => act(async () => script.opens.at(-1)?.fail(error));
  return { ...script, session, stage, open, look, finish, fail };
}

/** The words that are read out. */
const voice = () => screen.getByRole("status").textContent;

it("says nothing, and is there to say it, before a file came", () => {
  renderBar();
  expect(voice()).toBe("");
  expect(screen.queryByRole("progressbar")).not.toBeInTheDocument();
});

it("shows rows, bytes and the time left, and cancels", async () => {
  const { open, look, opens, stage } = renderBar();
  open("payments.csv");
  expect(voice()).toBe("Reading payments.csv");
  expect(screen.getByText("Looking at the first lines of payments.csv")).toBeInTheDocument();
  vi.useFakeTimers();
  try {
    await look();
    act(() => opens[0]?.report({ phase: "read", done: 0.4, rows: 1_204_000, bytes: 40e6, totalBytes: 100e6 }));
    await act(() => vi.advanceTimersByTimeAsync(4000));
    expect(screen.getByText(/^Reading/, { selector: "p" })).toHaveTextContent(
      "Reading payments.csv · 1,204,000 rows · 40 MB of 100 MB · about 6 seconds left",
    );
  } finally {
    vi.useRealTimers();
  }
  expect(screen.getByRole("progressbar", { name: "Reading payments.csv" })).toHaveAttribute("aria-valuenow", "40");
  act(() => opens[0]?.report({ phase: "profile", done: 0.1 }));
  expect(screen.getByText("All rows read. Describing the columns")).toBeInTheDocument();
  await actor().click(screen.getByRole("button", { name: "Cancel" }));
  expect(stage()).toBe("none");
  expect(opens[0]?.isCancelled()).toBe(true);
});

it("reads out that a file is open", async () => {
  const { open, look, finish } = renderBar();
  open("payments.csv");
  await look();
  await finish("payments.csv");
  expect(voice()).toBe("payments.csv is open: 20,000 rows, 0 columns");
  expect(screen.queryByRole("button")).not.toBeInTheDocument();
});

it("offers a sample with numbers before a table is too large", async () => {
  const { open, look, opens } = renderBar();
  open("big.csv");
  await look(madeUpInspection([], { rows: 41_234_567, memory: 6.4 * GB, budget: 1.9 * GB, rowsThatFit: 12_244_001 }));
  expect(voice()).toBe("big.csv may be too large for this tab");
  expect(screen.getByText(/^Its 41,234,567 rows would take about 6.4 GB of memory. This tab .* 1.9 GB/)).toBeVisible();
  expect(opens).toHaveLength(0);
  await actor().click(screen.getByRole("button", { name: "Read a random sample of 12,000,000 rows" }));
  expect(opens[0]?.question.plan.sample).toEqual({ rows: 12_000_000, of: 41_234_567, seed: 1 });
});

it("reads everything, or nothing, of a table that may be too large", async () => {
  const { open, look, opens, stage } = renderBar();
  const tooLarge = madeUpInspection([], { memory: 6 * GB, budget: 2 * GB });
  open("big.csv");
  await look(tooLarge);
  await actor().click(screen.getByRole("button", { name: "Cancel" }));
  expect(stage()).toBe("none");
  open("big.csv");
  await look(tooLarge);
  await actor().click(screen.getByRole("button", { name: "Read everything anyway" }));
  expect(opens.map(({ question }) => question.plan.sample)).toEqual([null]);
});

it("says what went wrong and reads again with the likely cure", async () => {
  const { open, look, looks, fail } = renderBar();
  open("notes.csv");
  await look();
  await fail(new Failure({ code: "unclosed-quote", values: { line: 12 } }));
  expect(screen.getByRole("region", { name: "A quote is never closed" })).toHaveTextContent("notes.csv");
  expect(voice()).toBe("A quote is never closed: notes.csv");
  // Nothing else than the file is at fault: the same once more would fail the same.
  expect(screen.queryByRole("button", { name: "Try again" })).not.toBeInTheDocument();
  await actor().click(screen.getByRole("button", { name: "Read quotes as ordinary text" }));
  expect(looks.at(-1)?.question.fixed).toEqual({ quote: "" });
});

it("tries again with the file that failed for a passing reason", async () => {
  const { open, looks } = renderBar();
  open("payments.csv");
  await act(async () => looks[0]?.fail(new Failure({ code: "worker-died" })));
  await actor().click(screen.getByRole("button", { name: "Try again" }));
  expect(looks.map(({ question }) => question.source.name)).toEqual(["payments.csv", "payments.csv"]);
});

it("offers to keep the table that is open, or to correct how the new one is read", async () => {
  const { open, look, finish, fail, session, stage } = renderBar();
  open("payments.csv");
  await look();
  await finish("payments.csv");
  open("other.csv");
  await look();
  await fail(new Failure({ code: "out-of-memory" }));
  await actor().click(screen.getByRole("button", { name: "Correct how the file is read" }));
  expect(session.store.getState().viewState.screen).toBe("data");
  await actor().click(screen.getByRole("button", { name: "Keep working with payments.csv" }));
  expect(stage()).toBe("open");
  expect(session.store.getState().dataset?.name).toBe("payments.csv");
});

it("tells a doubtful guess in one line that leads to the data screen and can be closed", async () => {
  const why = { code: "dialect.chosen" as const };
  const doubts: DialectGuess[] = [
    { field: "dateOrder", value: "day-first", sure: false, alternatives: ["month-first"], why },
    { field: "header", value: { first: 1, count: 1 }, sure: true, alternatives: [{ first: 1, count: 0 }], why },
    { field: "delimiter", value: "\t", sure: false, alternatives: [","], why },
  ];
  const { open, look, finish, session } = renderBar();
  open("payments.csv");
  await look(madeUpInspection(doubts));
  await finish("payments.csv");
  const line = /^Dates such as 03\/04\/2024 were read day first\. If that is 4 March, change it\. One more guess/;
  expect(screen.getByText(line)).toBeInTheDocument();
  await actor().click(screen.getByRole("button", { name: "Change" }));
  expect(session.store.getState().viewState.screen).toBe("data");
  expect(screen.queryByText(line)).not.toBeInTheDocument();
  act(() => session.actions.goTo("explore"));
  await actor().click(screen.getByRole("button", { name: "Close this line" }));
  expect(screen.queryByText(line)).not.toBeInTheDocument();
});

it("has words for each way to settle each guess", async () => {
  const settled: [DialectGuess["field"], DialectGuess["value"], string][] = [
    ["encoding", "windows-1252", "Accents were read as Windows-1252. If ä, ö or é look wrong, change it."],
    ["encoding", "shift_jis", "Letters were read as SHIFT JIS. If words look garbled, change it."],
    ["delimiter", "|", "Cells were split at the vertical bar. If the columns look wrong, change it."],
    ["quote", "", "Quotes were read as ordinary text. If cells look wrong, change it."],
    ["header", { first: 1, count: 0 }, "The first line was taken as data. If it holds the column names, change it."],
    ["decimal", ",", "The comma was taken as the decimal sign. If numbers look too large or too small, change it."],
    ["thousands", "'", "The apostrophe was taken as the thousands separator. If numbers look too large, change it."],
    ["missing", ["-", "na"], "These were read as “no value”: -, na. If they mean something else, change it."],
    ["dateOrder", "month-first", "Dates such as 03/04/2024 were read month first. If that is 3 April, change it."],
  ];
  const { open, look, finish } = renderBar();
  const found = { code: "dialect.missing.found" as const, values: { words: "-  none" } };
  open("payments.csv");
  await look(
    madeUpInspection([{ field: "missing", value: ["-", "na", "none"], sure: false, alternatives: [], why: found }]),
  );
  await finish("payments.csv");
  // Those that mean nothing else in any file are beyond doubt.
  expect(screen.getByText(/^These were read as “no value”: -, none\./)).toBeInTheDocument();
  for (const [field, value, words] of settled) {
    open("payments.csv");
    await look(madeUpInspection([{ field, value, sure: false, alternatives: [], why: { code: "dialect.chosen" } }]));
    await finish("payments.csv");
    expect(screen.getByText(words)).toBeInTheDocument();
  }
});
