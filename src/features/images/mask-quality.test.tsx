import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { cardOf, fakeEngine, renderOpen } from "../../testing/open-screen";
import { wholeCatalogue } from "../../testing/whole-catalogue";
import { MaskQuality } from "./mask-quality";

const card = {
  read: {
    format: "images" as const,
    report: { skipped: { count: 0, first: [] }, masks: 40, size: null, folders: [], budget: 1000 },
  },
};

it("says how the heat agrees with the masks", async () => {
  const engine = fakeEngine(
    [cardOf("image")],
    {
      evaluateMaps: ({ run }) =>
        Promise.resolve(run === "shown" ? { images: 40, pixelAuc: 0.9754, peakInMask: 0.975 } : null),
    },
    card,
  );
  await renderOpen(wholeCatalogue(), <MaskQuality run="shown" />, engine);
  expect(await screen.findByText(/in 97\.5.% of 40 images with a mask · pixel ROC-AUC 0\.975/)).toBeInTheDocument();
});

it("says nothing where the detector tells no places", async () => {
  const engine = fakeEngine([cardOf("image")], { evaluateMaps: () => Promise.resolve(null) }, card);
  await renderOpen(wholeCatalogue(), <MaskQuality run="shown" />, engine);
  expect(screen.queryByText(/Heat/)).toBeNull();
});
