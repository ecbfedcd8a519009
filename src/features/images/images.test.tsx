import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import type { ImagesKind } from "../../core/kinds/images-kind";
import type { Engine, ImageDetail } from "../../engine/protocol";
import type { FakeAnswer, FakeAnswers } from "../../testing/fake-engine";
import { giveElementsASize } from "../../testing/give-elements-a-size";
import { cardOf, fakeEngine, renderOpen, resultOf } from "../../testing/open-screen";
import { prepareCharts } from "../../testing/charts-in-jsdom";
import { wholeCatalogue } from "../../testing/whole-catalogue";
import { ImageInspector } from "./image-inspector";
import { ImagesPanel } from "./images-panel";
import { useSession } from "../../state/use-session";

const messages = wholeCatalogue();
const rowKind: ImagesKind = {
  kind: "images",
  size: 28,
  colour: "colour",
  fit: "stretch",
  learnFrom: { kind: "all" },
  ignored: [],
  rowsSee: "pixels",
  network: "mobilenet-v2",
};
const scale = { calm: 1, threshold: 2, most: 4 };
const close = vi.fn();
// Drawn on canvases that jsdom does not have: only that it is freed counts.
const bitmap = { width: 28, height: 28, close } as unknown as ImageBitmap;
const seen = { size: 2, rgba: new Uint8ClampedArray(16) };

function detailOf(row: number, change: Partial<ImageDetail> = {}): ImageDetail {
  return {
    row,
    seen,
    rebuilt: seen,
    heat: { height: 2, width: 2, values: Float32Array.of(0, 3, 1, 0) },
    scale,
    strongest: { left: 0.5, top: 0, width: 0.5, height: 0.5 },
    mask: Uint8Array.of(0, 1, 0, 0),
    nearest: { row: 55, seen },
    ...change,
  };
}

const heatMapsOf: FakeAnswer<"heatMaps"> = ({ rows }) =>
  Promise.resolve({ side: 2, values: new Float32Array(rows.length * 4).fill(3), scale });

function engineWith(change: FakeAnswers = {}): Engine {
  const levels = { levels: ["good", "bad"].map((level) => ({ level, count: 50 })), distinct: 2 };
  const folder = cardOf("folder", { kind: "category" });
  return fakeEngine(
    [
      cardOf("image", { kind: "text" }),
      { ...folder, profile: { ...folder.profile, numeric: null, levels: levels.levels } },
    ],
    {
      run: (request) => Promise.resolve(resultOf(request)),
      page: ({ rows }) => Promise.resolve(Array.from(rows, (row) => [`good/${row}.png`, "good"])),
      thumbnails: ({ rows }) => Promise.resolve(Array.from<ImageBitmap>({ length: rows.length }).fill(bitmap)),
      image: () => Promise.resolve(bitmap),
      imageDetail: ({ row }) => Promise.resolve(detailOf(row)),
      heatMaps: heatMapsOf,
      ...change,
    },
  );
}

function Selected() {
  const row = useSession((state) => state.viewState.selectedRow);
  return row === null ? null : <ImageInspector row={row} />;
}

async function open(engine = engineWith()) {
  const session = await renderOpen(
    messages,
    <>
      <ImagesPanel rowKindLine={<p>read as images</p>} table={<p>the table</p>} charts={<p>the charts</p>} />
      <Selected />
    </>,
    engine,
  );
  act(() => {
    session.actions.setRecipe({ rowKind });
    session.actions.setThreshold(session.store.getState().history.present.shown, { kind: "fixed", value: 90 });
    session.actions.notice({ tableRows: "all" });
  });
  await screen.findByText(/^Threshold at [\d.]+ of 100: 10 flagged above, 90 not flagged below$/);
  return session;
}

const gallery = () => screen.getByRole("listbox", { name: /^Images/ });
const recipeShape = (session: Awaited<ReturnType<typeof open>>) =>
  session.store.getState().history.present.recipe?.rowKind;

beforeEach(async () => {
  await prepareCharts(900, 500);
  giveElementsASize();
  close.mockClear();
});

it("shows the strangest first, flagged ones named so, in lines that the arrows walk across the divider", async () => {
  const session = await open();
  const first = await screen.findByRole("option", { name: /^good\/0\.png [\d.]+, flagged$/ });
  expect(first).toHaveAttribute("aria-posinset", "1");
  expect(first).toHaveAttribute("aria-setsize", "100");
  expect(screen.getByRole("option", { name: /^good\/10\.png [\d.]+$/ })).toBeInTheDocument();
  const selected = () => session.store.getState().viewState.selectedRow;
  fireEvent.keyDown(gallery(), { key: "ArrowRight" });
  expect(selected()).toBe(0);
  // Seven images a line: the second line holds the last three flagged ones.
  fireEvent.keyDown(gallery(), { key: "ArrowDown" });
  expect(selected()).toBe(7);
  fireEvent.keyDown(gallery(), { key: "ArrowDown" });
  expect(selected()).toBe(10);
  expect(gallery()).toHaveAttribute("aria-activedescendant", "image-10");
});

it("fetches only what is in view, and frees it in the end", async () => {
  const thumbnails = vi.fn<FakeAnswer<"thumbnails">>(({ rows }) =>
    Promise.resolve(Array.from<ImageBitmap>({ length: rows.length }).fill(bitmap)),
  );
  const session = await open(engineWith({ thumbnails }));
  await waitFor(() => expect(thumbnails).toHaveBeenCalled());
  const asked = thumbnails.mock.calls.flatMap(([{ rows }]) => [...rows]);
  expect(asked).toContain(0);
  expect(asked).not.toContain(99);
  act(() => session.actions.leave());
  await waitFor(() => expect(close).toHaveBeenCalled());
});

it("says so when images cannot be fetched", async () => {
  await open(engineWith({ thumbnails: () => Promise.reject(new Error("gone")) }));
  // It may be asked for others at once, and then fails anew.
  await screen.findByText("Something went wrong here");
});

it("lays heat over the images on one scale with its legend, only when asked to", async () => {
  const heatMaps = vi.fn(heatMapsOf);
  await open(engineWith({ heatMaps }));
  const toggle = await screen.findByRole("switch", { name: "Heat" });
  fireEvent.click(toggle);
  expect(screen.getByRole("group", { name: "Colours of the heat maps" })).toHaveTextContent("calm 1threshold 2most 4");
  await waitFor(() => expect(heatMaps.mock.calls.some(([{ rows }]) => rows.length > 0)).toBe(true));
});

it("has no heat to show where the detector tells no places", async () => {
  await open(engineWith({ heatMaps: () => Promise.resolve(null) }));
  expect(screen.queryByRole("switch", { name: "Heat" })).toBeNull();
});

it("learns from the images marked by hand, as one choice that is undone", async () => {
  const session = await open();
  fireEvent.click(screen.getByRole("button", { name: "Learn from…" }));
  fireEvent.click(await screen.findByRole("option", { name: /^good\/3.png/ }));
  fireEvent.click(screen.getByRole("option", { name: /^good\/6.png/ }), { shiftKey: true });
  fireEvent.click(screen.getByRole("option", { name: /^good\/5.png/ }));
  expect(screen.getByText("3 images marked")).toBeInTheDocument();
  expect(session.store.getState().viewState.selectedRow).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "Learn from these" }));
  expect(recipeShape(session)).toMatchObject({ learnFrom: { kind: "images", rows: [3, 4, 6] } });
  act(() => session.actions.undo());
  expect(recipeShape(session)).toMatchObject({ learnFrom: { kind: "all" } });
});

it("tells of the selected image where it is strange, draws what there is, and keeps the view for the next", async () => {
  const session = await open();
  act(() => session.actions.select(4));
  expect(
    await screen.findByText("Strangest at the upper right, 1.5 × the threshold; 25 % of the image is at or above it."),
  ).toBeInTheDocument();
  fireEvent.click(screen.getByRole("button", { name: "Rebuilt" }));
  act(() => session.actions.select(5));
  expect(await screen.findByRole("group", { name: /^good\/5.png: Rebuilt/ })).toBeInTheDocument();
  const figures = screen.getByRole("table", { name: "Figures" });
  expect(within(figures).getByRole("row", { name: "Peak lies in the marked defect yes" })).toBeInTheDocument();
  fireEvent.click(await screen.findByRole("button", { name: "Open good/55.png" }));
  expect(session.store.getState().viewState.selectedRow).toBe(55);
});

it("reads the heat from place to place with the arrows", async () => {
  const session = await open();
  act(() => session.actions.select(4));
  const stage = await screen.findByRole("group", { name: /^good\/4.png: Image/ });
  await screen.findByText(/^Point at the image/);
  fireEvent.keyDown(stage, { key: "ArrowUp" });
  expect(screen.getByText("50 % across, 47 % down: heat 3, 1.5 × the threshold")).toBeInTheDocument();
});

it("shows an image whose detector tells no places and rebuilds nothing", async () => {
  const bare = { rebuilt: null, heat: null, scale: null, strongest: null, mask: null, nearest: null };
  const session = await open(engineWith({ imageDetail: ({ row }) => Promise.resolve(detailOf(row, bare)) }));
  act(() => session.actions.select(4));
  expect(await screen.findByText("This detector says how strange an image is, and not where.")).toBeInTheDocument();
  expect(screen.getByText("No ordinary image to compare with at this threshold.")).toBeInTheDocument();
});

it("ignores a border and what is painted by keyboard in all images, once applied, as one choice", async () => {
  const session = await open();
  act(() => session.actions.select(4));
  fireEvent.click(await screen.findByRole("button", { name: "Ignore places" }));
  const stage = screen.getByRole("group", { name: /^Places to ignore/ });
  fireEvent.keyDown(stage, { key: " " });
  fireEvent.keyDown(screen.getByRole("button", { name: "Ignore the border" }), { key: "Escape" });
  expect(screen.queryByRole("group", { name: /^Places to ignore/ })).not.toBeInTheDocument();
  fireEvent.click(screen.getByRole("button", { name: "Ignore places" }));
  fireEvent.keyDown(screen.getByRole("group", { name: /^Places to ignore/ }), { key: " " });
  fireEvent.click(screen.getByRole("button", { name: "Ignore the border" }));
  expect(recipeShape(session)).toMatchObject({ ignored: [] });
  fireEvent.click(screen.getByRole("button", { name: "Apply" }));
  const applied = recipeShape(session);
  const ignored = applied?.kind === "images" ? applied.ignored : [];
  // The middle is painted; three cells of 64 are nearer to the edge than 5 %.
  expect(ignored).toContain(32 * 64 + 32);
  expect(ignored).toContain(2 * 64 + 30);
  expect(ignored).not.toContain(3 * 64 + 30);
  expect(await screen.findByRole("button", { name: /^Ignore places \(/ })).toBeInTheDocument();
  act(() => session.actions.undo());
  expect(recipeShape(session)).toMatchObject({ ignored: [] });
});

it("shows the same rows as a table, and their charts above the gallery", async () => {
  await open();
  fireEvent.click(screen.getByRole("radio", { name: "Charts" }));
  expect(screen.getByText("the charts")).toBeInTheDocument();
  expect(gallery()).toBeInTheDocument();
  fireEvent.click(screen.getByRole("radio", { name: "Table" }));
  expect(screen.getByText("the table")).toBeInTheDocument();
  expect(screen.queryByText("the charts")).toBeNull();
});
