import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { rowLines } from "../../testing/lines-of-kinds";
import { renderReal } from "../../testing/real-screen";
import * as saving from "../../ui/save-file";
import { KeptOnStart } from "./kept-on-start";
import { ScoredFiles } from "./scored-files";

afterEach(() => vi.restoreAllMocks());

const lines = rowLines(120);
const file = (name: string, head: string, rows = lines) => new File([[head, ...rows].join("\n")], name);

it("scores several files into one table, past one that cannot be read, and saves it", async () => {
  const both = (
    <>
      <KeptOnStart />
      <ScoredFiles />
    </>
  );
  const { session, user } = await renderReal(both, ["amount,price,other", ...lines].join("\n"));
  session.actions.show("isolation-forest");
  await session.actions.keepModel("May");
  const button = await screen.findByRole("button", { name: "Score several files by “May” …" });
  const input = button.parentElement?.querySelector("input[type=file]");
  await user.upload(input as HTMLInputElement, [ // A file input, as asked for.
    file("june.csv", "amount,price,other"),
    new File([""], "empty.csv"),
    file("july.csv", "amount,other", lines.map((line) => line.split(",").toSpliced(1, 1).join(","))),
  ]); // prettier-ignore
  const table = await screen.findByRole("table", { name: "Results by file" });
  await waitFor(() => expect(session.store.getState().scoring?.isRunning).toBe(false));
  const row = (name: string) => within(table).getByRole("rowheader", { name }).closest("tr");
  expect(row("june.csv")).toHaveTextContent(/120.*of 100, row .*ordinary.*As where it learned\./);
  expect(row("empty.csv")).toHaveTextContent("The file is empty.");
  expect(row("july.csv")).toHaveTextContent(/The data has changed.*price is not in this file\./);

  const saved = vi.spyOn(saving, "saveFile").mockReturnValue();
  await user.click(screen.getByRole("button", { name: "Save as CSV" }));
  expect(await saved.mock.calls[0]?.[0].text()).toMatch(/^File,Rows.*\r\njune\.csv,120,/);
  await user.click(screen.getAllByRole("button", { name: "Close" }).at(-1)!);
  expect(session.store.getState().scoring).toBeNull();
});
