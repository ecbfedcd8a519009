import { vi } from "vitest";

const MAX_TURNS = 5000;
const STEP_MS = 50;

/**
 * Until `check` no longer throws: the event loop is let turn, and faked timers are moved on. What it waits for is
 * counted in turns and not in time, so that no machine is too slow.
 */
export async function until<T>(check: () => T): Promise<T> {
  for (let turn = 0; ; turn++)
    try {
      return check();
    } catch (unmet) {
      if (turn === MAX_TURNS) throw unmet;
      if (vi.isFakeTimers()) vi.advanceTimersByTime(STEP_MS);
      await new Promise((resolve) => setImmediate(resolve));
    }
}
