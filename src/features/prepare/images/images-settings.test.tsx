import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { beforeAll, expect, it, vi } from "vitest";
import { RowKinds } from "../../../app/row-kinds";
import { badNetwork } from "../../../core/images/bad-network";
import type { ImagesReport } from "../../../core/images/images-report";
import type { ImagesKind } from "../../../core/kinds/images-kind";
import type { SuppliedNetworkCard } from "../../../engine/protocol";
import type { FakeAnswer, FakeAnswers } from "../../../testing/fake-engine";
import { madeUpInspection } from "../../../testing/made-up-table";
import { imagesPlan } from "../../../testing/open-table";
import { cardOf, fakeEngine, renderOpen } from "../../../testing/open-screen";
import { wholeCatalogue } from "../../../testing/whole-catalogue";
import { DataPanel } from "../data-panel";
import { ImagesSettings } from "./images-settings";

const messages = wholeCatalogue();
beforeAll(() => void vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue(null));
const rowKind: ImagesKind = {
  kind: "images",
  size: 64,
  colour: "grey",
  fit: "pad",
  learnFrom: { kind: "all" },
  ignored: [],
  rowsSee: "pixels",
  network: "mobilenet-v2",
};
const images: ImagesReport = {
  skipped: {
    count: 3,
    first: [{ path: "train/notes.png", why: { code: "failures.no-images.title" } }],
  },
  masks: 25,
  size: null,
  folders: [
    { name: "test/bad", count: 20, isOrdinary: false },
    { name: "train/good", count: 80, isOrdinary: true },
  ],
  budget: 1_000_000,
};
const network: SuppliedNetworkCard = {
  id: "n1",
  name: "parts-net",
  layers: [
    { name: "conv_1", height: 56, width: 56, channels: 32 },
    { name: "conv_2", height: 28, width: 28, channels: 1024 },
  ],
  suggested: ["conv_1"],
};

async function open(change: FakeAnswers = {}, card: Partial<ImagesReport> = {}, screenOf = <ImagesSettings />) {
  const seen = vi.fn<FakeAnswer<"seen">>(({ rows, recipe: { rowKind: would } }) => {
    const size = would.kind === "images" ? would.size : 0;
    return Promise.resolve([...rows].map(() => ({ size, rgba: new Uint8ClampedArray(size * size * 4) })));
  });
  const engine = fakeEngine(
    [cardOf("image", { kind: "text" })],
    { seen, thumbnails: () => Promise.resolve([]), ...change },
    {
      recipe: { columns: [], oneHotLimit: 20, withinGroup: false, rowKind },
      read: { format: "images", report: { ...images, ...card } },
    },
  );
  const session = await renderOpen(messages, screenOf, engine);
  const chosen = () => {
    const now = session.store.getState().history.present.recipe?.rowKind;
    return now?.kind === "images" ? now : null;
  };
  return { session, seen, chosen };
}

it("tells what was read: how many, sizes, masks, folders, and what was left out and why", async () => {
  await open();
  const facts = screen.getByRole("region", { name: "What was read" });
  expect(facts).toHaveTextContent("100 images. Their sizes differ. 25 have a mask that marks the defect.");
  expect(within(facts).getByRole("row", { name: "train/good 80" })).toBeInTheDocument();
  expect(facts).toHaveTextContent("3 files were left out");
  expect(within(facts).getByText("train/notes.png")).toBeInTheDocument();
  expect(facts).toHaveTextContent("and 2 more");
});

it("shows the effect first, and applies all changes as one step that can be undone", async () => {
  const { session, seen, chosen } = await open();
  await waitFor(() => expect(seen).toHaveBeenCalledTimes(1));
  expect([...seen.mock.calls[0]![0].rows]).toEqual([0, 20, 40, 59, 79, 99]);
  fireEvent.click(screen.getByRole("radio", { name: "Colour" }));
  fireEvent.click(screen.getByRole("radio", { name: "Cropping" }));
  await waitFor(() =>
    expect(seen.mock.lastCall?.[0].recipe.rowKind).toMatchObject({ size: 64, colour: "colour", fit: "crop" }),
  );
  expect(chosen()).toEqual(rowKind);
  expect(
    screen.getByText("Above: as they are. Below: as detectors would see them, 64 x 64 pixels, in colour."),
  ).toBeVisible();
  const bar = screen.getByRole("region", { name: "Changes that do not hold yet" });
  expect(bar).toHaveTextContent("2 changes are not applied yet.");
  fireEvent.click(within(bar).getByRole("button", { name: "Apply" }));
  expect(chosen()).toMatchObject({ colour: "colour", fit: "crop" });
  expect(bar).not.toBeInTheDocument();
  act(() => session.actions.undo());
  expect(chosen()).toEqual(rowKind);
});

it("throws changes away, and back to the guesses too", async () => {
  const { session, chosen } = await open();
  fireEvent.click(screen.getByRole("radio", { name: "Colour" }));
  fireEvent.click(screen.getByRole("button", { name: "Discard" }));
  expect(screen.getByRole("radio", { name: "Grey" })).toBeChecked();
  act(() => session.actions.setRecipe({ rowKind: { ...rowKind, size: 128 } }));
  fireEvent.click(screen.getByRole("button", { name: "Back to the guesses" }));
  expect(chosen()).toEqual(rowKind);
});

it("tells the memory, and warns where the tab has less", async () => {
  await open();
  expect(screen.getByRole("note")).toHaveTextContent("In memory: 410 kB.");
  fireEvent.click(screen.getByRole("radio", { name: "Colour" }));
  expect(screen.getByRole("note")).toHaveTextContent("In memory: 1.2 MB. This tab can count on about 1 MB.");
});

it("ticks the folders that sound ordinary, and learns from others that a person ticks", async () => {
  const { chosen } = await open();
  fireEvent.click(screen.getByRole("radio", { name: "The images of some folders" }));
  expect(screen.getByRole("checkbox", { name: "train/good (80)" })).toBeChecked();
  expect(screen.getByRole("checkbox", { name: "test/bad (20)" })).not.toBeChecked();
  fireEvent.click(screen.getByRole("checkbox", { name: "test/bad (20)" }));
  expect(screen.getByRole("radio", { name: "The 100 images of these folders" })).toBeChecked();
  fireEvent.click(screen.getByRole("button", { name: "Apply" }));
  expect(chosen()?.learnFrom).toEqual({ kind: "folders", folders: ["test/bad", "train/good"] });
});

it("says when nothing is left to learn from, and does not offer to apply that", async () => {
  await open();
  fireEvent.click(screen.getByRole("radio", { name: "The images of some folders" }));
  fireEvent.click(screen.getByRole("checkbox", { name: "train/good (80)" }));
  expect(screen.getByText("Nothing is ticked, so there is nothing to learn from.")).toBeInTheDocument();
  expect(screen.getByRole("button", { name: "Apply" })).toBeDisabled();
});

it("counts images picked by hand, and leads to where they are picked", async () => {
  const { session } = await open();
  expect(screen.getByRole("radio", { name: "Images picked by hand" })).toBeDisabled();
  act(() => session.actions.setRecipe({ rowKind: { ...rowKind, learnFrom: { kind: "images", rows: [1, 5, 9] } } }));
  expect(screen.getByRole("radio", { name: "3 images picked by hand" })).toBeChecked();
  fireEvent.click(screen.getByRole("button", { name: "To the gallery" }));
  expect(session.store.getState().viewState.screen).toBe("explore");
});

it("takes a network of one's own and lets its layers be chosen", async () => {
  const supplyNetwork = vi.fn<FakeAnswer<"supplyNetwork">>(() => Promise.resolve(network));
  const { chosen } = await open({ supplyNetwork });
  const files = [new File(["{}"], "model.json"), new File(["x"], "weights.bin")];
  const input = document.querySelector("input[type=file]");
  fireEvent.change(input!, { target: { files } });
  const layer = await screen.findByRole("checkbox", { name: "conv_2: 28 x 28, 1,024 channels" });
  expect(supplyNetwork.mock.lastCall?.[0].files.map(({ path }) => path)).toEqual(["model.json", "weights.bin"]);
  expect(screen.getByRole("checkbox", { name: /^conv_1/ })).toBeChecked();
  fireEvent.click(layer);
  fireEvent.click(screen.getByRole("radio", { name: "Deep features" }));
  fireEvent.click(screen.getByRole("button", { name: "Apply" }));
  expect(chosen()).toMatchObject({
    rowsSee: "deep-features",
    network: { id: "n1", name: "parts-net", layers: ["conv_1", "conv_2"] },
  });
  fireEvent.click(screen.getByRole("button", { name: "Back to MobileNetV2" }));
  fireEvent.click(screen.getByRole("button", { name: "Apply" }));
  expect(chosen()?.network).toBe("mobilenet-v2");
});

it("says why a network cannot be used", async () => {
  await open({ supplyNetwork: () => Promise.reject(badNetwork("no-model")) });
  fireEvent.change(document.querySelector("input[type=file]")!, { target: { files: [new File(["x"], "a.bin")] } });
  expect(await screen.findByRole("alert")).toHaveTextContent(
    "The network cannot be used There is no model.json among the files.",
  );
});

it("says on the data screen what was read, where no text was", async () => {
  const { session } = await open(
    {},
    {},
    <RowKinds>
      <DataPanel />
    </RowKinds>,
  );
  const { reading } = session.store.getState();
  const inspection = {
    format: "images" as const,
    plan: imagesPlan,
    guesses: [],
    preview: { names: [], rows: [] },
    columns: [],
    size: madeUpInspection().size,
  };
  if (reading.stage === "open") act(() => session.store.setState({ reading: { ...reading, inspection } }));
  expect(await screen.findByRole("region", { name: "What was read" })).toBeInTheDocument();
  expect(screen.queryByText("How the file was read")).not.toBeInTheDocument();
});
