import type { Job, Phase, Progress } from "../../src/engine/protocol";

/** One cancel, and how long it took until whatever was under way had ended. */
export interface CancelTime {
  /** What had last been told by then; null where nothing had. */
  readonly phase: Phase | null;
  /** Milliseconds from the beginning of the work. */
  readonly at: number;
  readonly tookMs: number;
}

/**
 * Begins the same work again and again, each time to be cancelled later than before, until it is done before its
 * cancel comes. The first cancel comes at once.
 */
export async function timeCancels(
  begin: (onProgress: (progress: Progress) => void) => Job<unknown>,
  moments: readonly number[],
): Promise<CancelTime[]> {
  const times: CancelTime[] = [];
  for (const at of moments) {
    let phase: Phase | null = null;
    const job = begin((progress) => (phase = progress.phase));
    const end = job.result.then(
      () => "done" as const,
      () => "ended" as const,
    );
    const first = await Promise.race([end, after(at)]);
    if (first !== "time") break;
    const asked = performance.now();
    job.cancel();
    const how = await end;
    // Done by itself before it heard of the cancel: later ones would come too late, too.
    if (how === "done") break;
    times.push({ phase, at, tookMs: performance.now() - asked });
  }
  return times;
}

function after(milliseconds: number): Promise<"time"> {
  return new Promise((resolve) => setTimeout(() => resolve("time"), milliseconds));
}
