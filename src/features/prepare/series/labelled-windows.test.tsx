import { act, fireEvent, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { cardOf, fakeEngine, renderOpen } from "../../../testing/open-screen";
import { wholeCatalogue } from "../../../testing/whole-catalogue";
import { LabelledWindows } from "./labelled-windows";

const messages = wholeCatalogue();

/** A file whose text jsdom cannot read by itself. */
function json(content: unknown): File {
  const text = JSON.stringify(content);
  return Object.assign(new File([text], "windows.json"), { text: () => Promise.resolve(text) });
}

async function bring(content: unknown) {
  fireEvent.change(screen.getByLabelText("A JSON file of labelled windows"), { target: { files: [json(content)] } });
  await act(async () => undefined);
}

it("brings windows by a file, asks which entry is meant, and removes them", async () => {
  await renderOpen(messages, <LabelledWindows />, fakeEngine([cardOf("load")]));
  await bring({ "one.csv": [], "two.csv": [[1, 2]] });
  expect(await screen.findByText(/^None of the 2 entries of windows.json has the name of/)).toBeInTheDocument();
  fireEvent.click(screen.getByRole("combobox", { name: "Entry" }));
  fireEvent.click(await screen.findByText("two.csv (1)"));
  expect(await screen.findByText("1 labelled window of two.csv")).toBeInTheDocument();
  fireEvent.click(screen.getByRole("button", { name: "Remove the labelled windows" }));
  expect(screen.getByRole("button", { name: "Labelled windows…" })).toBeInTheDocument();
});
