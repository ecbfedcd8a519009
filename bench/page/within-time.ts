import type { Job } from "../../src/engine/protocol";

/** The result of a job, which is cancelled, and rejects, when it is not there in time. */
export async function withinTime<T>({ result, cancel }: Job<T>, seconds: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<"late">((resolve) => {
    timer = setTimeout(() => resolve("late"), seconds * 1000);
  });
  try {
    const first = await Promise.race([result.then(() => "done" as const), late]);
    if (first === "done") return await result;
    cancel();
    // What runs next must not share the worker with it; one that does not stop is replaced by the engine.
    await result.catch(() => undefined);
    throw new Error(`not done within ${seconds} s`);
  } finally {
    clearTimeout(timer);
  }
}
