import { buttons, strip } from "./buttons.mjs";
import { cardPayments } from "./card-payments.mjs";
import { networkFlows } from "./network-flows.mjs";
import { offAxis, ring, twoDensities } from "./teaching-sets.mjs";

/** The samples that need no source: made here, seeded, the same on every run. */
export function ownSamples() {
  return {
    "card-payments": cardPayments({
      seed: 2025,
      rows: 20_000,
      planted: { cardTesting: 48, nightElectronics: 20, impossibleTravel: 16, rareGiftCards: 18, slowDrain: 18 },
    }),
    "network-connections": networkFlows({
      seed: 443,
      rows: 12_000,
      planted: { portScan: 45, exfiltration: 8, bruteForce: 25, beaconing: 36 },
    }),
    "off-axis": offAxis(11),
    "two-densities": twoDensities(12),
    ring: ring(13),
  };
}

/** Those of images, by name: the files of each archive ({ path, bytes }), and the strip of images on its card (PNG). */
export function ownImages() {
  return {
    buttons: {
      files: buttons({ seed: 97, train: 72, good: 30, bad: { chip: 5, crack: 5, scratch: 5, stain: 5, drill: 5 } }),
      strip: strip({ seed: 105, columns: 5, rows: 2, tile: 64, bad: { 2: "crack" } }),
    },
  };
}
