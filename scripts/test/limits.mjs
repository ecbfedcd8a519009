// @ts-check
/**
 * How long one test or journey may take, the only clock that any of them has: long enough for a machine that does eight
 * other things, so that a test fails for what the page says or does not say, and never for being late.
 */
export const TEST_LIMIT_MS = 300_000;
