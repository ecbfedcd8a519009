// @ts-check

const MARK = "bench: main thread";

/** @typedef {{ name: string, ph: string, pid: number, tid: number, ts: number, dur?: number, tdur?: number }} TraceEvent */

/**
 * Traces the tasks of a page. Answers the processor time in milliseconds of the dearest task on its main thread since:
 * what a task costs when nothing else wants the processor, which the clock cannot tell on a busy machine.
 * @param {import("playwright").Browser} browser
 * @param {import("playwright").Page} page
 * @returns {Promise<() => Promise<number | null>>} null where the system does not count the time of a thread
 */
export async function traceMainThread(browser, page) {
  await browser.startTracing(page, { categories: ["toplevel", "blink.user_timing"] });
  await page.evaluate((name) => performance.mark(name), MARK);
  return async () => {
    /** @type {{ traceEvents: TraceEvent[] }} */
    const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
    const mark = traceEvents.find(({ name }) => name === MARK);
    let dearest = null;
    for (const { name, ph, pid, tid, ts, tdur } of traceEvents) {
      if (ph !== "X" || tdur === undefined || !name.endsWith("RunTask")) continue;
      if (pid !== mark?.pid || tid !== mark.tid || ts < mark.ts) continue;
      dearest = Math.max(dearest ?? 0, tdur / 1000);
    }
    return dearest;
  };
}
