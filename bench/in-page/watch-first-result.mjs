// @ts-check

/**
 * Runs in the page. Notes when a file was chosen and when what a person waits for had been painted, in milliseconds
 * since the page began: `globalThis.marks`.
 */
export function watchFirstResult() {
  /** @type {Record<string, number>} */
  const marks = {};
  Object.assign(globalThis, { marks });
  addEventListener(
    "change",
    ({ target }) => {
      if (target instanceof HTMLInputElement && target.type === "file") marks.chosen ??= performance.now();
    },
    true,
  );

  const isThere = {
    progress: () => document.querySelector("[role=progressbar]") !== null,
    lines: () => document.querySelector("main table tbody tr") !== null,
    columns: () => document.querySelector("[data-screen]") !== null,
    flagged: () =>
      [...document.querySelectorAll("[role=grid] [role=row][data-flagged]")].some((row) =>
        /\d/.test(row.querySelector("[aria-colindex='2']")?.textContent ?? ""),
      ),
    detectors: () => {
      const group = document.querySelector("[role=radiogroup]:has(input[value=isolation-forest])");
      const picked = group?.querySelectorAll("input[type=radio]").length ?? 0;
      return picked > 0 && group?.textContent?.match(/\d flagged/g)?.length === picked;
    },
  };
  /** @type {string[]} */
  let found = [];
  const look = () => {
    // Found before the last frame was painted: by now it is on screen.
    for (const name of found) marks[name] ??= performance.now();
    found = [];
    if (marks.chosen !== undefined)
      for (const [name, test] of Object.entries(isThere)) if (!(name in marks) && test()) found.push(name);
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
