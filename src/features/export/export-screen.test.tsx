import { Blob as RealBlob } from "node:buffer";
import { act, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { RowKinds } from "../../app/row-kinds";
import { Failure } from "../../core/data/failure";
import { jsonIn } from "../../state/guarded-storage";
import { createSession } from "../../state/session";
import type { HandedOver, RequestOf } from "../../engine/protocol";
import type { FakeAnswers } from "../../testing/fake-engine";
import { madeUpResult, madeUpInspection, madeUpTable } from "../../testing/made-up-table";
import { onlyRanking } from "../../testing/only-ranking";
import { scriptedEngine } from "../../testing/scripted-engine";
import { showScreen } from "../../testing/show-screen";
import { wholeCatalogue } from "../../testing/whole-catalogue";
import { ExportScreen } from "./export-screen";
import { sourceOf } from "../../state/source";

const actor = () => userEvent.setup({ delay: null });
const ROWS = 1000;

beforeEach(() => {
  localStorage.clear();
  vi.clearAllMocks();
  // jsdom has no addresses for blobs, and would go where a link leads.
  Object.assign(URL, { createObjectURL: vi.fn(() => "blob:made-up"), revokeObjectURL: vi.fn() });
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(() => undefined);
});

/** jsdom's own Blob cannot be read as text. */
function fileOf(text: string): Blob {
  return new RealBlob([text]) as unknown as Blob;
}

/** The screen of an open table in which as many detectors are done as asked for. */
async function renderExport(done: number, answers: FakeAnswers = {}) {
  const script = scriptedEngine(answers);
  const session = createSession({ engine: script.engine });
  const opened = session.actions.open(sourceOf("payments.csv", new Blob(["a"])));
  script.looks[0]?.answer(madeUpInspection());
  await waitFor(() => expect(script.opens).toHaveLength(1));
  script.opens[0]?.answer(madeUpTable("payments.csv", ROWS));
  await opened;
  await onlyRanking(session, script);
  for (let at = 0; at < done; at++) {
    await waitFor(() => expect(script.runs.length).toBeGreaterThan(at));
    const run = script.runs[at]!;
    run.answer(madeUpResult(run.question, ROWS));
  }
  await waitFor(() =>
    expect(Object.values(session.store.getState().runs).filter(({ result }) => result)).toHaveLength(done),
  );
  act(() => session.actions.setThreshold("isolation-forest", { kind: "top-k", k: 12 }));
  showScreen(
    <RowKinds>
      <ExportScreen />
    </RowKinds>,
    session,
    wholeCatalogue(),
  );
  const whole = () => script.exports.filter(({ question }) => question.limit === undefined);
  return { ...script, session, whole };
}

it("downloads the flagged rows in one click, in the words and the format of the screen", async () => {
  const { whole } = await renderExport(1);
  await actor().click(screen.getByRole("button", { name: "Download 12 rows" }));
  expect(whole()[0]?.question).toMatchObject({
    rows: "flagged",
    threshold: 988,
    run: "run of isolation-forest on table of payments.csv",
    format: { separator: ",", decimal: ".", bom: false },
    words: { score: "score", flagged: "flagged", directions: { rare: "rare", combination: "unusual combination" } },
  });
  act(() => whole()[0]?.report({ phase: "write", done: 0.5, rows: 6 }));
  expect(screen.getByRole("progressbar", { name: "Progress of the export" })).toHaveAttribute("aria-valuenow", "50");
  await act(async () => whole()[0]?.answer({ file: fileOf("x".repeat(2000)), guarded: 0 }));
  expect(screen.getByText(/^payments-flagged.csv \(2 kB\) was handed to/)).toBeInTheDocument();
  const [link] = vi.mocked(HTMLAnchorElement.prototype.click).mock.contexts;
  expect(link).toMatchObject({ download: "payments-flagged.csv", href: "blob:made-up" });
});

it("writes all rows with the chosen format, and keeps the format for the next time", async () => {
  const { whole, session } = await renderExport(1);
  await actor().click(screen.getByRole("radio", { name: /^All 1,000 rows/ }));
  await actor().click(screen.getByRole("radio", { name: "Tab" }));
  await actor().click(screen.getByRole("radiogroup", { name: "Decimal sign" }).querySelectorAll("input")[2]!);
  await actor().click(screen.getByRole("switch", { name: /^Open correctly in Excel/ }));
  await actor().click(screen.getByRole("button", { name: "Download 1,000 rows" }));
  const format = { separator: "\t", decimal: ",", bom: true };
  expect(whole()[0]?.question).toMatchObject({ rows: "all", format });
  expect(jsonIn(session.storage, "anomaly-explorer:csv-format")).toEqual(format);
  expect(screen.getByText("Will be saved as payments-scored.csv")).toBeInTheDocument();
});

it("shows the first lines as the file's own writer makes them, and the newest choice wins", async () => {
  const { exports } = await renderExport(1);
  await waitFor(() => expect(exports).toHaveLength(1));
  expect(exports[0]?.question).toMatchObject({ limit: 4, rows: "flagged" });
  await actor().click(screen.getByRole("radio", { name: "Semicolon" }));
  await waitFor(() => expect(exports).toHaveLength(2));
  expect(exports[0]?.isCancelled()).toBe(true);
  await act(async () => exports[1]?.answer({ file: fileOf("a;score\n'=SUM(A1);0.9\n"), guarded: 1 }));
  expect(await screen.findByText(/'=SUM\(A1\);0.9/)).toBeInTheDocument();
});

it("cancels, and tells a failure with what to do", async () => {
  const { whole } = await renderExport(1);
  await actor().click(screen.getByRole("button", { name: "Download 12 rows" }));
  await actor().click(screen.getByRole("button", { name: "Cancel" }));
  expect(whole()[0]?.isCancelled()).toBe(true);
  expect(screen.getByText("Cancelled. No file was saved.")).toBeInTheDocument();
  await actor().click(screen.getByRole("button", { name: "Download 12 rows" }));
  await act(async () => whole()[1]?.fail(new Failure({ code: "out-of-memory" })));
  expect(screen.getByText(/memory/i)).toBeInTheDocument();
  expect(HTMLAnchorElement.prototype.click).not.toHaveBeenCalled();
});

it("follows the file, says what the guard changes, and keeps what was chosen", async () => {
  const { whole, session } = await renderExport(1);
  const guard = screen.getByRole("switch", { name: /^Keep formulas from being run/ });
  expect(guard).toBeChecked();
  expect(await screen.findByText(/It changes 3 cells\.$/)).toBeInTheDocument();
  await actor().click(guard);
  await actor().click(screen.getByRole("radio", { name: "Semicolon" }));
  const asInFile = screen.getAllByRole("radio", { name: "As in the file" });
  await actor().click(asInFile[0]!);
  await actor().click(screen.getByRole("button", { name: "Download 12 rows" }));
  const { delimiter, decimal } = madeUpInspection().plan.settings;
  expect(whole()[0]?.question.format).toMatchObject({ separator: delimiter, decimal, guard: false });
  expect(screen.getByText(/^Every cell is written exactly as it stands/)).toBeInTheDocument();
  const kept = { separator: "as-in-file", guard: false };
  expect(jsonIn(session.storage, "anomaly-explorer:csv-format")).toEqual(kept);
});

it("offers what was read where the file changed, and says how many cells were guarded", async () => {
  const { whole } = await renderExport(1);
  await actor().click(screen.getByRole("button", { name: "Download 12 rows" }));
  expect(whole()[0]?.question.cells).toBe("as-written");
  await act(async () => whole()[0]?.fail(new Failure({ code: "file-changed" })));
  expect(screen.getByText(/The file is not what it was when it was opened/)).toBeInTheDocument();
  await actor().click(screen.getByRole("button", { name: "Download the values as they were read" }));
  expect(whole()[1]?.question).toMatchObject({ cells: "as-read", rows: "flagged" });
  expect(screen.getByRole("note")).toHaveTextContent(/^The file can no longer be read/);
  await act(async () => whole()[1]?.answer({ file: fileOf("x"), guarded: 2 }));
  expect(screen.getByText(/was handed to your browser's downloads\. 2 cells got an apostrophe/)).toBeInTheDocument();
});

it("lets one of several detectors be chosen, the shown one first", async () => {
  const { session, whole } = await renderExport(2);
  act(() => session.actions.setThreshold("robust-z", { kind: "top-k", k: 40 }));
  const choice = screen.getByRole("combobox", { name: "Scores and flags by" });
  expect(choice).toHaveValue("Isolation forest");
  await actor().click(choice);
  await actor().click(await screen.findByRole("option", { name: "Robust z", hidden: true }));
  await actor().click(screen.getByRole("button", { name: "Download 40 rows" }));
  expect(whole()[0]?.question.run).toBe("run of robust-z on table of payments.csv");
});

it("writes how far the flags hold with other seeds once that is known", async () => {
  const { session, whole, reruns } = await renderExport(3);
  expect(screen.queryByText(/^Share of the runs with different seeds/)).not.toBeInTheDocument();
  act(() => session.actions.askReruns());
  for (const at of [0, 1, 2, 3]) {
    await waitFor(() => expect(reruns.length).toBeGreaterThan(at));
    await act(async () => reruns[at]?.answer());
  }
  expect(await screen.findByText(/^Share of the runs with different seeds/)).toBeInTheDocument();
  await actor().click(screen.getByRole("button", { name: "Download 12 rows" }));
  const { question } = whole()[0]!;
  expect(question).toMatchObject({ stability: { kind: "top-k", k: 12 }, words: { stability: "stability" } });
});

it("says when there is nothing yet, and when the scores are old", async () => {
  const { session, runs } = await renderExport(0);
  expect(screen.getByText(/^There are no scores yet. The detectors are running/)).toBeInTheDocument();
  await act(async () => runs[0]?.answer(madeUpResult(runs[0].question, ROWS)));
  expect(screen.getByRole("button", { name: "Download 12 rows" })).toBeEnabled();
  expect(screen.queryByText("These scores belong to earlier settings")).not.toBeInTheDocument();
  act(() => session.actions.setSeed(2));
  expect(screen.getByText("These scores belong to earlier settings")).toBeInTheDocument();
});

it("writes Excel or Parquet where that is chosen, keeps the choice, and says before what Excel cannot hold", async () => {
  const { whole, session, exports } = await renderExport(1);
  await actor().click(screen.getByRole("radio", { name: "Excel" }));
  expect(screen.queryByRole("radiogroup", { name: "Decimal sign" })).not.toBeInTheDocument();
  expect(await screen.findByText(/^3 cells are longer than the 32,767 characters/)).toBeInTheDocument();
  expect(screen.getByText("Will be saved as payments-flagged.xlsx")).toBeInTheDocument();
  await actor().click(screen.getByRole("button", { name: "Download 12 rows" }));
  expect(whole()[0]?.question.file).toBe("xlsx");
  await act(async () => whole()[0]?.answer({ file: fileOf("x"), guarded: 0 }));
  expect(jsonIn(session.storage, "anomaly-explorer:export-file")).toBe("xlsx");
  // What is shown are the cells, however they would be written.
  const preview = exports.filter(({ question }) => question.limit === 4).at(-1);
  expect(preview?.question).not.toHaveProperty("file");
  const { separator } = preview!.question.format;
  const text = `a${separator}score\r\n"x${separator}""y"""${separator}0.9\r\n`;
  await act(async () => preview?.answer({ file: fileOf(text), guarded: 0 }));
  const cells = await screen.findByRole("table", { name: "The cells of the first rows" });
  expect([cells.getAttribute("aria-rowcount"), cells.getAttribute("aria-colcount")]).toEqual(["2", "3"]);
  await actor().click(screen.getByRole("radio", { name: "Parquet" }));
  expect(screen.queryByText(/are longer than/)).not.toBeInTheDocument();
  await actor().click(screen.getByRole("button", { name: "Download 12 rows" }));
  expect(whole().at(-1)?.question.file).toBe("parquet");
});

it("hands over what the detector on screen learned, or says why it cannot", async () => {
  const asked: RequestOf<"handOver">[] = [];
  const answers: HandedOver[] = [
    { whyNot: { code: "onnx.needs-order", values: { column: "day" } } },
    { file: fileOf("zip"), notes: [] },
  ];
  const handOver = (request: RequestOf<"handOver">) => {
    asked.push(request);
    return Promise.resolve(answers[asked.length - 1]!); // asked twice
  };
  await renderExport(1, { handOver });
  const button = screen.getByRole("button", { name: "Hand over as Python and ONNX" });
  await actor().click(button);
  expect(await screen.findByText(/cannot be handed over: The time since the row before .* column day/)).toBeVisible();
  await actor().click(button);
  expect(await screen.findByText("Saved as payments-isolation-forest.zip.")).toBeVisible();
  expect(asked[0]).toMatchObject({
    run: "run of isolation-forest on table of payments.csv",
    members: [{ id: "isolation-forest", run: "run of isolation-forest on table of payments.csv", weight: 1 }],
    threshold: { value: 988 },
  });
  expect(asked[0]?.readme).toContain("python score.py --check");
  expect(vi.mocked(HTMLAnchorElement.prototype.click).mock.contexts.at(-1)).toMatchObject({
    download: "payments-isolation-forest.zip",
  });
});
