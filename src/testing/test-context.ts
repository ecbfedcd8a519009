import { Cancelled, type Context } from "../core/detect/context";
import { seededRandom } from "../core/math/random";

/** A context that keeps what a detector told it. */
export interface TestContext extends Context {
  readonly progress: number[];
}

/** A seeded context for tests; cancels at the checkpoint numbered `cancelAt` (the first is 1). */
export function testContext(seed = 1, cancelAt = Number.POSITIVE_INFINITY): TestContext {
  const progress: number[] = [];
  return {
    random: seededRandom(seed),
    checkpoint(done) {
      progress.push(done);
      return progress.length >= cancelAt ? Promise.reject(new Cancelled()) : Promise.resolve();
    },
    pause: () => Promise.resolve(),
    note: () => undefined,
    show: () => undefined,
    endsEarly: () => false,
    // What most browsers train on. In Node its address comes from `vitest.config.ts`.
    backend: "wasm",
    progress,
  };
}
