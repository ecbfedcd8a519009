// @ts-check
/**
 * @typedef {{ name: string, lanes: number, needs?: string }} Task needs: the name of the one that must have ended before;
 *   lanes: how many cores it keeps busy
 */

/**
 * Performs tasks in their order, as many side by side as the lanes allow: one that finds too few lanes free waits, and
 * those behind it that fit go ahead. Once one has failed, none begins any more; what is under way is ended.
 * @template {Task} T
 * @param {readonly T[]} tasks
 * @param {number} lanes
 * @param {(task: T) => Promise<boolean>} perform says whether it went well
 * @returns {Promise<T[]>} those that never began
 */
export async function runInLanes(tasks, lanes, perform) {
  const waiting = new Set(tasks);
  const ended = new Set();
  /** @type {Map<T, Promise<void>>} */
  const running = new Map();
  let free = lanes;
  let hasFailed = false;
  const isReady = (/** @type {T} */ { needs }) =>
    needs === undefined || ended.has(needs) || !tasks.some(({ name }) => name === needs);

  /** @param {T} task */
  const start = async (task) => {
    const width = Math.min(task.lanes, lanes);
    free -= width;
    const isWell = await perform(task).catch((error) => {
      console.error(error);
      return false;
    });
    free += width;
    hasFailed ||= !isWell;
    ended.add(task.name);
    running.delete(task);
  };

  for (;;) {
    for (const task of waiting) {
      if (hasFailed || Math.min(task.lanes, lanes) > free || !isReady(task)) continue;
      waiting.delete(task);
      running.set(task, start(task));
    }
    if (running.size === 0) return [...waiting];
    await Promise.race(running.values());
  }
}
