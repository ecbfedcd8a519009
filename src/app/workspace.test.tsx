import { act, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { sourceOf } from "../state/source";
import { renderReal } from "../testing/real-screen";
import { paymentsCsv } from "../testing/small-payments";
import { RowKinds } from "./row-kinds";
import { Shell } from "./shell";

const broken = vi.hoisted(() => ({ isBroken: true }));
vi.mock("../features/compare/compare-screen", () => ({
  CompareScreen() {
    if (broken.isBroken) throw new Error("no such set");
    return <h2>Sets</h2>;
  },
}));
afterEach(() => vi.restoreAllMocks());

it("remembers nothing of the file before", async () => {
  const { session, user } = await renderReal(
    <RowKinds>
      <Shell />
    </RowKinds>,
    paymentsCsv(),
  );
  await user.click(await screen.findByRole("button", { name: "Compare with the label" }));
  expect(screen.queryByRole("button", { name: "Compare with the label" })).toBeNull();
  await act(() => session.actions.open(sourceOf("others.csv", new Blob([paymentsCsv().replace("fraud", "is_fraud")]))));
  expect(await screen.findByRole("button", { name: "Compare with the label" })).toBeInTheDocument();
});

it("loses one screen at most: the others, the results and the choices stay", async () => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  const { timesAsked, user } = await renderReal(
    <RowKinds>
      <Shell />
    </RowKinds>,
    paymentsCsv(),
  );
  expect(await screen.findByTestId("flagged-count")).toHaveTextContent(/^3 rows/);
  await user.keyboard("j]");
  const row = (await screen.findByRole("heading", { name: /^Row \d+$/ })).textContent;
  const fits = timesAsked("run");
  await user.click(screen.getByRole("radio", { name: "Compare" }));
  expect(await screen.findByRole("alert")).toHaveTextContent(/^This screen stopped working.*no such set/);
  await user.click(screen.getByRole("radio", { name: "Explore" }));
  expect(await screen.findByTestId("flagged-count")).toHaveTextContent(/^4 rows/);
  expect(await screen.findByRole("heading", { name: row })).toBeInTheDocument();
  expect(screen.queryByRole("alert")).toBeNull();
  expect(timesAsked("run")).toBe(fits);

  await user.click(screen.getByRole("radio", { name: "Compare" }));
  await user.click(await screen.findByRole("button", { name: "Try again" }));
  expect(screen.getByRole("alert")).toBeInTheDocument();
  broken.isBroken = false;
  await user.click(screen.getByRole("button", { name: "Try again" }));
  expect(screen.getByRole("heading", { name: "Sets" })).toBeInTheDocument();
});
