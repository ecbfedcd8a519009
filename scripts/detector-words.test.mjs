import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { DETECTOR_WORDS, detectorWords } from "./detector-words.mjs";

it("holds every word of the detectors' cards; after a change: node scripts/detector-words.mjs", async () => {
  expect(readFileSync(DETECTOR_WORDS, "utf8")).toBe(await detectorWords());
}, 120_000);
