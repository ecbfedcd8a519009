import { act, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import type { ExportRequest } from "../../engine/protocol";
import { createSession } from "../../state/session";
import { scriptedEngine } from "../../testing/scripted-engine";
import { showScreen } from "../../testing/show-screen";
import { wholeCatalogue } from "../../testing/whole-catalogue";
import { ImagesExport } from "./images-export";

const actor = () => userEvent.setup({ delay: null });
const table = new Blob(["row,score"]);
const request: ExportRequest = {
  dataset: "d",
  run: "r",
  threshold: 0.7,
  rows: "flagged",
  format: { separator: ",", quote: '"', decimal: ".", bom: false, guard: true },
  cells: "as-read",
  words: {
    score: "score",
    percentile: "percentile",
    score100: "score100",
    flagged: "flagged",
    reasons: "reasons",
    stability: "stability",
    sourceRow: "row",
    directions: { high: "high", low: "low", rare: "rare", missing: "missing", combination: "combination" },
    sentences: { language: "en", templates: {} },
  },
};

beforeEach(() => {
  vi.clearAllMocks();
  // jsdom has no addresses for blobs, and would go where a link leads.
  Object.assign(URL, { createObjectURL: vi.fn(() => "blob:made-up"), revokeObjectURL: vi.fn() });
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(() => undefined);
});

function renderExport(count = 25) {
  const script = scriptedEngine();
  const session = createSession({ engine: script.engine });
  showScreen(<ImagesExport request={request} count={count} name="buttons.zip" />, session, wholeCatalogue());
  return script;
}

it("packs the flagged images with their maps and the table of scores", async () => {
  const { exports, imageExports } = renderExport();
  await actor().click(screen.getByRole("button", { name: "Download 25 images as .zip" }));
  expect(exports[0]?.question).toBe(request);
  await act(async () => exports[0]?.answer({ file: table, guarded: 0 }));
  await waitFor(() => expect(imageExports).toHaveLength(1));
  expect(imageExports[0]?.question).toEqual({
    dataset: "d",
    run: "r",
    threshold: 0.7,
    rows: "flagged",
    maps: true,
    table,
  });
  act(() => imageExports[0]?.report({ phase: "write", done: 0.4, rows: 10 }));
  expect(screen.getByRole("progressbar")).toHaveAttribute("aria-valuenow", "40");
  expect(screen.getByText(/^Packing the images/)).toHaveTextContent("Packing the images. 10 images");
  await act(async () => imageExports[0]?.answer(new Blob(["PK"])));
  expect(screen.getByText(/^buttons-flagged\.zip \(.*\) was handed to/)).toBeInTheDocument();
  expect(vi.mocked(HTMLAnchorElement.prototype.click).mock.contexts[0]).toMatchObject({
    download: "buttons-flagged.zip",
  });
});

it("leaves the maps out when they are not wanted", async () => {
  const { exports, imageExports } = renderExport();
  await actor().click(screen.getByRole("switch", { name: /^With heat maps/ }));
  await actor().click(screen.getByRole("button", { name: /^Download/ }));
  await act(async () => exports[0]?.answer({ file: table, guarded: 0 }));
  await waitFor(() => expect(imageExports[0]?.question.maps).toBe(false));
});

it("stops the table or the archive, whichever is under way", async () => {
  const { exports, imageExports } = renderExport();
  const press = (name: string | RegExp) => actor().click(screen.getByRole("button", { name }));
  await press(/^Download/);
  await press("Cancel");
  expect(exports[0]?.isCancelled()).toBe(true);
  await press(/^Download/);
  await act(async () => exports[1]?.answer({ file: table, guarded: 0 }));
  await waitFor(() => expect(imageExports).toHaveLength(1));
  await press("Cancel");
  expect(imageExports[0]?.isCancelled()).toBe(true);
  expect(screen.getByText("Cancelled. No file was saved.")).toBeInTheDocument();
  expect(HTMLAnchorElement.prototype.click).not.toHaveBeenCalled();
});

it("offers nothing where nothing is flagged", () => {
  renderExport(0);
  expect(screen.getByRole("button", { name: /^Download/ })).toBeDisabled();
});
