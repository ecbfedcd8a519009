import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { paymentsCsv } from "../../testing/small-payments";
import { renderReal, renderStart } from "../../testing/real-screen";
import * as saving from "../../ui/save-file";
import { OfferPanel } from "./offer-panel";
import { TakeAlong } from "./take-along";

afterEach(() => {
  vi.restoreAllMocks();
  history.replaceState(null, "", "/");
});

it("saves the work as a file, and copies a link that says what it does before anything is done", async () => {
  const saved = vi.spyOn(saving, "saveFile").mockReturnValue();
  const { session, user } = await renderReal(<TakeAlong />, paymentsCsv());
  await user.click(screen.getByRole("button", { name: "Save as a session file" }));
  await waitFor(() =>
    expect(screen.getByRole("status")).toHaveTextContent("The session file of payments.csv is saved."),
  );
  expect(saved.mock.calls[0]?.[1]).toBe("payments.csv.session.zip");

  session.actions.setThreshold(session.store.getState().history.present.shown, { kind: "top-k", k: 3 });
  const copied = vi.spyOn(navigator.clipboard, "writeText").mockResolvedValue();
  await user.click(screen.getByRole("button", { name: "Copy a link to these settings" }));
  await waitFor(() => expect(screen.getByRole("status")).toHaveTextContent("The link is copied."));
  history.replaceState(null, "", new URL(copied.mock.calls[0]?.[0] ?? "").hash);

  const other = await renderStart(<OfferPanel />);
  const panel = await screen.findByRole("region", { name: "Settings from a link" });
  expect(within(panel).getByText("The 3 strangest rows are flagged.")).toBeInTheDocument();
  expect(location.hash).toBe("");
  await user.click(within(panel).getByRole("button", { name: "Use them for the next file" }));
  expect(panel).toHaveTextContent("These settings are used for the next file that you open:");
  await user.click(within(panel).getByRole("button", { name: "Do not use them" }));
  expect(other.session.store.getState().offer).toBeNull();
});
