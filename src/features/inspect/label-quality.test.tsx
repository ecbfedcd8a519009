import { act, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { RowKinds } from "../../app/row-kinds";
import { renderReal } from "../../testing/real-screen";
import { paymentsCsv } from "../../testing/small-payments";
import { ThresholdPanel } from "./threshold-panel";

it("evaluates by the label only when asked to, and then at every threshold", async () => {
  const { session, timesAsked, user } = await renderReal(
    <RowKinds>
      <ThresholdPanel />
    </RowKinds>,
    paymentsCsv(),
  );
  expect(screen.queryByText(/ROC-AUC/)).toBeNull();
  expect(timesAsked("evaluate")).toBe(0);
  await user.click(screen.getByRole("button", { name: "Compare with the label" }));
  expect(
    await screen.findByText(
      /^fraud = 1: 1 of 1 found \(100.%\), 33\.3.% of the flagged are right · ROC-AUC 1\.000 · AP 1\.000$/,
    ),
  ).toBeInTheDocument();
  act(() => session.actions.setThreshold("isolation-forest", { kind: "top-k", k: 10 }));
  expect(await screen.findByText(/^fraud = 1: 1 of 1 found \(100.%\), 10.% of the flagged/)).toBeInTheDocument();
});

it("lets a person say what of the label is strange, and back to the guess", async () => {
  const { session, user } = await renderReal(
    <RowKinds>
      <ThresholdPanel />
    </RowKinds>,
    paymentsCsv(),
  );
  act(() => session.actions.setColumns([2], { role: "label" }));
  await user.click(screen.getByRole("button", { name: "Compare with the label" }));
  await user.click(await screen.findByRole("button", { name: "What means strange" }));
  expect(await screen.findByText("Guessed from how common the values are: strange ones are rare.")).toBeInTheDocument();
  // All alike: the first one. One must stay.
  expect(screen.getByRole("checkbox", { name: "IT · 20 rows" })).toBeDisabled();
  await user.click(screen.getByRole("checkbox", { name: "FR · 20 rows" }));
  expect(await screen.findByText(/^country = IT, FR: /)).toBeInTheDocument();
  expect(screen.getByRole("checkbox", { name: "DE · 20 rows" })).toBeDisabled();
  await user.click(screen.getByRole("button", { name: "Back to the guess" }));
  expect(await screen.findByText(/^country = IT: /)).toBeInTheDocument();
});

it("offers nothing where no column is a label", async () => {
  const { session } = await renderReal(
    <RowKinds>
      <ThresholdPanel />
    </RowKinds>,
    paymentsCsv(),
  );
  expect(screen.getByRole("button", { name: "Compare with the label" })).toBeInTheDocument();
  act(() => session.actions.setColumns([3], { role: "ignore" }));
  expect(screen.queryByRole("button", { name: "Compare with the label" })).toBeNull();
});
