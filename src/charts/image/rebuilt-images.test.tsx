import { fireEvent, render, screen } from "@testing-library/react";
import { I18nextProvider } from "react-i18next";
import { beforeEach, expect, it } from "vitest";
import { prepareCharts } from "../../testing/charts-in-jsdom";
import { wholeCatalogue } from "../../testing/whole-catalogue";
import { RebuiltImages } from "./rebuilt-images";
import { rgbaOf } from "./rgba-of";

beforeEach(() => prepareCharts(600, 300));

it("shows what the network makes of images below them, and how far they are apart as a table", () => {
  const trainingView = {
    kind: "rebuilt",
    at: 40,
    size: 2,
    channels: 1,
    real: Float32Array.of(0, 0, 0, 0, 1, 1, 1, 1),
    rebuilt: Float32Array.of(0, 0, 0, 0, 1, 1, 0.5, 0.5),
  } as const;
  render(
    <I18nextProvider i18n={wholeCatalogue()}>
      <RebuiltImages trainingView={trainingView} />
    </I18nextProvider>,
  );
  expect(screen.getByRole("figure", { name: "Images after step 40" })).toBeInTheDocument();
  expect(screen.getByRole("img", { name: "rebuilt" }).querySelectorAll("canvas")).toHaveLength(2);
  expect(screen.queryByRole("img", { name: "made up" })).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: /^More/ }));
  fireEvent.click(screen.getByRole("menuitem", { name: "Show as table" }));
  expect(screen.getByRole("row", { name: /^2 24\.9.%$/ })).toBeInTheDocument();
});

it("makes pixels of grey and of colour", () => {
  expect([...rgbaOf(Float32Array.of(0, 1, 0.2, 0.4), 1, { size: 1, channels: 1 })]).toEqual([255, 255, 255, 255]);
  expect([...rgbaOf(Float32Array.of(0, 0.2, 1), 0, { size: 1, channels: 3 })]).toEqual([0, 51, 255, 255]);
});
