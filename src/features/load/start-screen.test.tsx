import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import { createSession } from "../../state/session";
import type { Recent } from "../../state/session-state";
import { fakeTransfer } from "../../testing/fake-transfer";
import { madeUpInspection } from "../../testing/made-up-table";
import { scriptedEngine } from "../../testing/scripted-engine";
import { showScreen } from "../../testing/show-screen";
import { wholeCatalogue } from "../../testing/whole-catalogue";
import { DropAnywhere } from "./drop-anywhere";
import { samples } from "./samples";
import { StartScreen } from "./start-screen";
import { sourceOf } from "../../state/source";

const actor = () => userEvent.setup({ delay: null });

afterEach(() => vi.unstubAllGlobals());

function renderStart(recents: readonly Recent[] = []) {
  const script = scriptedEngine();
  const session = createSession({ engine: script.engine });
  session.store.setState({ recents });
  showScreen(
    <>
      <StartScreen />
      <DropAnywhere />
    </>,
    session,
    wholeCatalogue(),
  );
  return { ...script, session };
}

const recent = {
  fingerprint: "a",
  bytes: 1,
  savedAt: Date.UTC(2026, 1, 3, 12),
  rows: 20_000,
  columns: 10,
  rowKind: "rows" as const,
};

it("says what it is for and offers a real file input", async () => {
  const { looks } = renderStart();
  expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent(
    "Drop a file. See what is strange. Nothing leaves this tab.",
  );
  const input = screen.getByLabelText("Choose files");
  expect(input).toHaveAttribute("type", "file");
  await actor().upload(input, new File(["a,b\n1,2"], "mine.csv", { type: "text/csv" }));
  expect(looks.map(({ question }) => question.source.name)).toEqual(["mine.csv"]);
});

it("opens a sample in one click, from beside the page", async () => {
  const fetched = vi.fn((_address: string) => Promise.resolve(new Response("a,b\n1,2")));
  vi.stubGlobal("fetch", fetched);
  const { looks } = renderStart();
  expect(screen.getAllByRole("article")).toHaveLength(samples.length);
  await actor().click(screen.getByRole("button", { name: "Card payments, open this sample" }));
  await waitFor(() => expect(looks).toHaveLength(1));
  expect(fetched.mock.calls[0]?.[0]).toMatch(/^(\.?\/)samples\/card-payments\.csv\.gz$/);
  expect(looks[0]?.question.source.name).toBe("card-payments.csv.gz");
});

it.each([
  ["the server is gone", () => Promise.reject(new TypeError("Failed to fetch"))],
  ["the file is gone", () => Promise.resolve(new Response("", { status: 404 }))],
  [
    "the host answers with a page",
    () => Promise.resolve(new Response("<html>", { headers: { "content-type": "text/html" } })),
  ],
])("says plainly that a sample cannot be had when %s", async (_, answer) => {
  vi.stubGlobal("fetch", answer);
  const { looks } = renderStart();
  await actor().click(screen.getByRole("button", { name: "Ring, open this sample" }));
  expect(await screen.findByRole("alert")).toHaveTextContent("The sample Ring could not be fetched");
  expect(looks).toHaveLength(0);
});

it("opens a table typed or pasted into the field, once it is one", async () => {
  const { looks } = renderStart();
  await actor().click(screen.getByRole("button", { name: "Paste a table" }));
  const field = screen.getByRole("textbox", { name: "Paste or type a table" });
  fireEvent.change(field, { target: { value: "a,b" } });
  expect(screen.getByRole("button", { name: "Open this table" })).toBeDisabled();
  fireEvent.change(field, { target: { value: "a,b\n1,2" } });
  await actor().click(screen.getByRole("button", { name: "Open this table" }));
  expect(looks[0]?.question.source.name).toBe("Pasted table");
  expect(looks[0]?.question.source.files[0]?.blob.size).toBe("a,b\n1,2".length);
});

it("opens what Ctrl + V brings, but not into a field", async () => {
  const { looks } = renderStart();
  const clipboardData = { items: [], getData: () => "a\tb\n1\t2" };
  await actor().click(screen.getByRole("button", { name: "Paste a table" }));
  fireEvent.paste(screen.getByRole("textbox"), { clipboardData });
  expect(looks).toHaveLength(0);
  fireEvent.paste(document.body, { clipboardData });
  await waitFor(() => expect(looks).toHaveLength(1));
});

it("lists what was worked on: samples in a click, files to be given again", async () => {
  vi.stubGlobal("fetch", () => Promise.resolve(new Response("a,b\n1,2")));
  const { looks, session } = renderStart([
    { ...recent, name: "ring.csv", sample: "ring" },
    { ...recent, fingerprint: "b", name: "mine.csv", sample: null },
    { ...recent, fingerprint: "c", name: "Pasted table", sample: null, rows: 1, columns: 1 },
    { ...recent, fingerprint: "d", name: "parts", sample: null, rows: 28, rowKind: "images" },
  ]);
  const rows = within(screen.getByRole("region", { name: "Continue where you left off" })).getAllByRole("listitem");
  expect(rows[0]).toHaveTextContent("20,000 rows x 10 columns · Feb 3, 2026");
  expect(rows[1]).toHaveTextContent("Drop or choose the file again: your settings come back.");
  expect(rows[2]).toHaveTextContent("Paste it again");
  expect(rows[2]).toHaveTextContent("1 row x 1 column ·");
  expect(rows[3]).toHaveTextContent("parts28 images · Feb 3, 2026");
  await actor().upload(screen.getByLabelText("Choose the file mine.csv"), new File(["a"], "mine.csv"));
  expect(looks[0]?.question.source.name).toBe("mine.csv");
  act(() => session.actions.cancelReading());
  await actor().click(screen.getByRole("button", { name: "Continue with Ring" }));
  await waitFor(() => expect(looks).toHaveLength(2));
  act(() => session.actions.cancelReading());
  await actor().click(screen.getByRole("button", { name: "Forget these" }));
  expect(screen.queryByText("Continue where you left off")).not.toBeInTheDocument();
});

it("gives way to the columns of the file while it is read", async () => {
  const { looks, session } = renderStart();
  act(() => void session.actions.open(sourceOf("payments.csv", new Blob(["abc"]))));
  expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("payments.csv");
  await act(async () => looks[0]?.answer(madeUpInspection()));
  expect(screen.getAllByRole("columnheader").map((head) => head.textContent)).toEqual([
    "timetime",
    "amountnumber",
    "countrycategory",
  ]);
  expect(screen.getByRole("cell", { name: "4310.00" })).toBeInTheDocument();
});

it("takes a drop anywhere, and hands on all of it", async () => {
  const { looks, session } = renderStart();
  const drop = (...names: readonly string[]) => {
    const dataTransfer = fakeTransfer(names.map((name) => new File(["x"], name)));
    fireEvent.dragEnter(document.body, { dataTransfer });
    expect(screen.getByText("Drop to open")).toBeInTheDocument();
    fireEvent.drop(document.body, { dataTransfer });
    expect(screen.queryByText("Drop to open")).not.toBeInTheDocument();
  };
  drop("first.csv", "second.csv");
  await waitFor(() => expect(looks.map(({ question }) => question.source.name)).toEqual(["2 files"]));
  expect(looks[0]?.question.source.files.map(({ path }) => path)).toEqual(["first.csv", "second.csv"]);
  act(() => session.actions.cancelReading());
  fireEvent.drop(document.body, { dataTransfer: fakeTransfer([{ name: "new", folder: {} }]) });
  await waitFor(() =>
    expect(session.store.getState().announcements.map(({ note }) => note.code)).toEqual(["drop.empty-folder"]),
  );
  expect(looks).toHaveLength(1);
});

it("opens the images of a folder that is dropped, with their paths below it", async () => {
  const { looks, session } = renderStart();
  const image = () => new File(["x"], "1.png", { type: "image/png" });
  const folder = { train: { good: { "1.png": image() } }, "notes.txt": new File(["x"], "notes.txt") };
  fireEvent.drop(document.body, { dataTransfer: fakeTransfer([{ name: "buttons", folder }]) });
  expect(screen.getByText("0 files so far")).toBeInTheDocument();
  await waitFor(() => expect(looks).toHaveLength(1));
  expect(looks[0]?.question.source).toMatchObject({ name: "buttons" });
  expect(looks[0]?.question.source.files.map(({ path }) => path)).toEqual([
    "buttons/notes.txt",
    "buttons/train/good/1.png",
  ]);
  expect(screen.queryByText("0 files so far")).not.toBeInTheDocument();
  expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("buttons");
  expect(screen.getByText(/^2 files · 2 byte/)).toBeInTheDocument();
  act(() => session.actions.cancelReading());
  expect(session.store.getState().reading.stage).toBe("none");
});

it("stops on its way through a folder, and keeps the newest of two drops", async () => {
  const { looks } = renderStart();
  const drop = (...items: Parameters<typeof fakeTransfer>[0]) =>
    fireEvent.drop(document.body, { dataTransfer: fakeTransfer(items) });
  const folder = { "1.png": new File(["x"], "1.png") };
  drop({ name: "first", folder });
  await actor().click(screen.getByRole("button", { name: "Cancel" }));
  expect(screen.queryByText("0 files so far")).not.toBeInTheDocument();
  drop({ name: "second", folder });
  drop(new File(["a"], "newest.csv"));
  await waitFor(() => expect(looks.map(({ question }) => question.source.name)).toEqual(["newest.csv"]));
  // The ways through the folders would end within a few turns of the event loop.
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setTimeout(resolve, 0));
  expect(looks).toHaveLength(1);
});

it("opens many chosen images, and one from the clipboard", async () => {
  const { looks, session } = renderStart();
  const image = (name: string) => new File(["x"], name, { type: "image/png" });
  await actor().upload(screen.getByLabelText("Choose files"), [image("a.png"), image("b.png")]);
  expect(looks[0]?.question.source).toMatchObject({
    name: "2 images",
    files: [{ path: "a.png" }, { path: "b.png" }],
  });
  act(() => session.actions.cancelReading());
  fireEvent.paste(document.body, { clipboardData: fakeTransfer([image("image.png")]) });
  await waitFor(() => expect(looks).toHaveLength(2));
  expect(looks[1]?.question.source.name).toBe("image.png");
});

it("opens a sample of images as its archive", async () => {
  vi.stubGlobal("fetch", () => Promise.resolve(new Response("PK")));
  const { looks } = renderStart();
  await actor().click(screen.getByRole("button", { name: "Wooden buttons, open this sample" }));
  await waitFor(() => expect(looks).toHaveLength(1));
  expect(looks[0]?.question.source).toMatchObject({ name: "buttons.zip", files: [{ path: "buttons.zip" }] });
});
