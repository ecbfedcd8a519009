// @ts-check
/**
 * Unit tests that each need modules of their own: what they test keeps something beyond a test, as tfjs does its backend
 * and tensors and the engine its caches, or they replace a module. All others share theirs, which spares two fifths of
 * the time.
 */
export const ALONE = [
  "src/detectors/*.test.ts",
  "src/detectors/neural/**/*.test.ts",
  "src/engine/**/*.test.ts",
  // It replaces the way around the event loop.
  "src/state/rounds.test.ts",
];

/** The same of those in jsdom, where sharing spares half of the time. */
export const ALONE_IN_JSDOM = ["src/app/workspace.test.tsx"];
