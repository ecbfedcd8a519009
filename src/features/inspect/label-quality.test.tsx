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
