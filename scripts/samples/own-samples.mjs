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
