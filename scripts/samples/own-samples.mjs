import { accessLog } from "./access-log.mjs";
import { bookings } from "./bookings.mjs";
import { buttons, strip } from "./buttons.mjs";
import { cardPayments } from "./card-payments.mjs";
import { consumption } from "./consumption.mjs";
import { heartbeats } from "./heartbeats.mjs";
import { networkFlows } from "./network-flows.mjs";
import { pump } from "./pump.mjs";
import { offAxis, ring, twoDensities } from "./teaching-sets.mjs";
import { transfers } from "./transfers.mjs";

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
    heartbeats: heartbeats({ seed: 61, seconds: 120, hertz: 125, ectopic: 6 }),
    pump: pump({
      seed: 62,
      steps: 6000,
      closings: [
        { from: 2310, steps: 60, share: 0.22 },
        { from: 4480, steps: 96, share: 0.35 },
      ],
    }),
    consumption: consumption({
      seed: 63,
      planted: [
        { event: "standstill", from: "2024-03-06T10", hours: 31 },
        { event: "idleDay", from: "2024-06-19T00", hours: 24 },
        { event: "leftOn", from: "2024-08-12T00", hours: 120 },
        { event: "spike", from: "2024-10-15T11", hours: 1 },
      ],
    }),
    bookings: bookings({
      seed: 64,
      rows: 1800,
      planted: { twice: 4, shifted: 3, below: 6, atNight: 4, otherAccount: 3 },
    }),
    transfers: transfers({ seed: 65, rows: 8000, accounts: 900, planted: { smurfs: 30, ring: 18 } }),
    "access-log": accessLog({ seed: 66, rows: 8000, clients: 420, planted: { scan: 70, guess: 60 } }),
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
