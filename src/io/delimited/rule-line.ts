/** `-----+------`, `=====`, `|---|:--|`: a line that is drawn, longer than any mark for "no value". */
const RULE_PATTERN = /^[-=+|:_ ]*(?:-{3}|={3}|_{3})[-=+|:_ ]*$/;

/** Whether a row is a line drawn between names and values, whatever it was cut at. */
export function isRule(row: readonly string[]): boolean {
  let isDrawn = false;
  for (const cell of row) {
    if (cell.trim() === "") continue;
    if (!RULE_PATTERN.test(cell)) return false;
    isDrawn = true;
  }
  return isDrawn;
}
