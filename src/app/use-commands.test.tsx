import { afterEach, expect, it, vi } from "vitest";
import { act, fireEvent, screen } from "@testing-library/react";
import { cardOf, fakeEngine, renderOpen } from "../testing/open-screen";
import { until } from "../testing/until";
import { wholeCatalogue } from "../testing/whole-catalogue";
import * as saving from "../ui/save-file";
import { type Command, useCommands } from "./use-commands";

afterEach(() => vi.restoreAllMocks());

function Commands() {
  return useCommands(() => undefined).map(({ id, run }) => (
    <button key={id} onClick={run}>
      {id}
    </button>
  ));
}

function press(id: Command["id"]): void {
  fireEvent.click(screen.getByRole("button", { name: id }));
}

async function opened() {
  const session = new Blob(["a session"]);
  const engine = fakeEngine([cardOf("amount")], { sessionFile: () => Promise.resolve(session) });
  const { store, actions } = await renderOpen(wholeCatalogue(), <Commands />, engine);
  const said = () => store.getState().announcements.map(({ note }) => note.code);
  return { session, store, actions, said };
}

it("saves the work as a session file and copies a link to its settings, and says so", async () => {
  const { session, said } = await opened();
  const saved = vi.spyOn(saving, "saveFile").mockReturnValue();
  press("save-session");
  await act(() => until(() => expect(said()).toContain("keep.saved")));
  expect(saved).toHaveBeenCalledExactlyOnceWith(session, "payments.csv.session.zip");

  const copied = vi.fn<Clipboard["writeText"]>().mockResolvedValue();
  vi.stubGlobal("navigator", Object.create(navigator, { clipboard: { value: { writeText: copied } } }));
  press("share-settings");
  await act(() => until(() => expect(said()).toContain("keep.copied")));
  expect(copied.mock.calls[0]?.[0]).toMatch(/^http.*#/);
  vi.unstubAllGlobals();
});

it("opens the files that a person then chooses, also before anything is open", async () => {
  const { store, actions } = await opened();
  act(() => actions.leave());
  const asked: HTMLInputElement[] = [];
  vi.spyOn(HTMLInputElement.prototype, "click").mockImplementation(function (this: HTMLInputElement) {
    asked.push(this);
  });
  press("open-file");
  const input = asked[0] ?? expect.fail("nothing was asked for");
  Object.defineProperty(input, "files", { value: [new File(["a,b\n1,2\n"], "june.csv")] });
  await act(async () => input.dispatchEvent(new Event("change")));
  await act(() =>
    until(() => expect(store.getState().reading).toMatchObject({ stage: "open", source: { name: "june.csv" } })),
  );
});
