// @ts-check

/** Runs in the page. Collects tasks over 50 ms, and pauses between frames over 50 ms: `globalThis.blocked`. */
export function watchMainThread() {
  /** @typedef {{ at: number, ms: number }} Span */
  const blocked = { tasks: /** @type {Span[]} */ ([]), gaps: /** @type {Span[]} */ ([]) };
  Object.assign(globalThis, { blocked });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) blocked.tasks.push({ at: startTime, ms: duration });
  }).observe({ type: "longtask", buffered: true });
  let last = performance.now();
  const look = () => {
    const now = performance.now();
    if (now - last > 50) blocked.gaps.push({ at: last, ms: now - last });
    last = now;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
