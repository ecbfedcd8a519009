// @ts-check

/**
 * Runs in the page. `globalThis.nextMove` arms a watch and gives a promise in a box: of how long it takes from the
 * next key or pointer event until the number of flagged rows had changed and been painted. All in milliseconds;
 * null when nothing changed within a second.
 */
export function watchMoves() {
  const count = () => document.querySelector("[data-testid='flagged-count']")?.textContent ?? "";
  const tableRows = () => document.querySelector("[role=grid]")?.getAttribute("aria-rowcount") ?? "";
  const events = ["keydown", "pointermove"];

  const nextMove = () => {
    const [before, rowsBefore] = [count(), tableRows()];
    /** @type {Promise<{ painted: number, table: number | null } | null>} */
    const move = new Promise((resolve) => {
      let [start, painted, table] = [NaN, NaN, NaN];
      const begin = (/** @type {Event} */ event) => {
        for (const name of events) removeEventListener(name, begin, true);
        start = event.timeStamp;
      };
      for (const name of events) addEventListener(name, begin, true);

      const settle = () => {
        observer.disconnect();
        clearTimeout(patience);
        for (const name of events) removeEventListener(name, begin, true);
        resolve(Number.isNaN(painted) ? null : { painted, table: Number.isNaN(table) ? null : table });
      };
      const patience = setTimeout(settle, 1000);
      let isSeen = false;
      const observer = new MutationObserver(() => {
        if (!isSeen && count() !== before) {
          isSeen = true;
          // The frame after the one that shows it: by then that one is on screen.
          requestAnimationFrame(() => requestAnimationFrame(() => (painted = performance.now() - start)));
        }
        if (Number.isNaN(table) && tableRows() !== rowsBefore) {
          table = performance.now() - start;
          requestAnimationFrame(() => requestAnimationFrame(settle));
        }
      });
      observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
    });
    return { move };
  };
  Object.assign(globalThis, { nextMove });
}
