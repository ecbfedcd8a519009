import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { RowKinds } from "../../app/row-kinds";
import { createInlineEngine } from "../../engine/inline";
import { createSession } from "../../state/session";
import { hurriedClock } from "../../testing/hand-clock";
import { rawWorkbook, sheetData, zipOf } from "../../testing/raw-workbook";
import { showScreen } from "../../testing/show-screen";
import { until } from "../../testing/until";
import { wholeCatalogue } from "../../testing/whole-catalogue";
import { DataPanel } from "./data-panel";

const numbers = (name: string) =>
  sheetData([["Made for a test"], [name, "y"], ...Array.from({ length: 30 }, (_, i) => [i % 7, (i * i) % 11])]);

it("shows how a workbook was read, and reads another sheet, and other names, in one click", async () => {
  const session = createSession({ engine: createInlineEngine(), clock: hurriedClock });
  const blob = await rawWorkbook({
    sheets: `<sheet name="First" r:id="rId1"/><sheet name="Second" r:id="rId2"/>`,
    parts: [numbers("a"), numbers("b")],
  });
  await session.actions.open({ name: "book", files: [{ path: "book", blob }] });
  const namesRead = () => session.store.getState().dataset?.columns.map(({ name }) => name);
  showScreen(
    <RowKinds>
      <DataPanel />
    </RowKinds>,
    session,
    wholeCatalogue(),
  );
  expect(screen.getByText("The sheet “First” is read.")).toBeInTheDocument();
  expect(screen.getByText("Row 2 of the sheet holds the column names.")).toBeInTheDocument();
  const actor = userEvent.setup({ delay: null });
  await actor.click(screen.getByRole("button", { name: "Read as: “Second”" }));
  await until(() => expect(namesRead()?.[0]).toBe("b"));
  await actor.click(screen.getByRole("button", { name: "Change: row of the names" }));
  await actor.click(await screen.findByRole("menuitem", { name: "Other …" }));
  await actor.type(screen.getByRole("textbox", { name: /Row of the sheet/ }), "3{Enter}");
  await until(() => expect(namesRead()?.[0]).toBe("0"));
  expect(session.store.getState().history.present.fixed).toEqual({ sheet: "Second", headerRow: 3 });
});

it("says which file of an archive is read, and opens another one in one click", async () => {
  const session = createSession({ engine: createInlineEngine(), clock: hurriedClock });
  const rows = Array.from({ length: 30 }, (_, i) => `${i % 7},${(i * i) % 11}\n`).join("");
  const blob = await zipOf({ "long.csv": `a,b\n${rows}${rows}`, "short.csv": `c,d\n${rows}` });
  await session.actions.open({ name: "pack.zip", files: [{ path: "pack.zip", blob }] });
  const { getState } = session.store;
  expect(getState().announcements.map(({ note }) => note)).toEqual([
    { code: "drop.from-archive", values: { name: "long.csv", archive: "pack.zip", count: 1 } },
  ]);
  showScreen(
    <RowKinds>
      <DataPanel />
    </RowKinds>,
    session,
    wholeCatalogue(),
  );
  expect(screen.getByText("“long.csv” of the archive “pack.zip” is read.")).toBeInTheDocument();
  await userEvent.setup({ delay: null }).click(screen.getByRole("button", { name: "Read as: “short.csv”" }));
  await until(() => expect(getState().dataset?.columns[0]?.name).toBe("c"));
  expect(screen.getByText("“short.csv” of the archive “pack.zip” is read.")).toBeInTheDocument();
});
