// @ts-check
/**
 * Unit tests that each need modules of their own: they replace a module, or are so long that they are best begun apart.
 * All others share theirs, which spares two fifths of the time.
 */
export const ALONE = [
  "src/detectors/*.test.ts",
  "src/engine/series/{series,shaped}-runs.test.ts",
  "src/engine/yield-to-events.test.ts",
  "src/state/rounds.test.ts",
];

/** The same of those in jsdom, where sharing spares half of the time. */
export const ALONE_IN_JSDOM = ["src/app/workspace.test.tsx"];
