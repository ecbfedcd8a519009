import type { CellMarks } from "./cell-marks";

/**
 * Cuts one line into cells when its quotes are in doubt. "strict": a quote opens a cell only where it closes on the
 * line with no odd quote between; any other quote is a character. "eager": a quoted cell ends at the first quote that a
 * cell can end at, even one that another quote stands before.
 */
export function cutLine(line: string, marks: CellMarks, how: "strict" | "eager"): string[] {
  const cells: string[] = [];
  const together = marks.cut.delimiter === " ";
  const isEager = how === "eager";
  let mayClose = true;
  let at = 0;
  for (;;) {
    const start = at;
    const inner = marks.behindBlanks(line, at);
    const isOpen = mayClose && marks.isQuote(line, inner);
    const close = isOpen ? (isEager ? nextClosing : strictClosing)(line, inner + 1, marks) : -1;
    // Where no quote can end a cell any more, none behind can.
    if (isOpen && isEager && close < 0) mayClose = false;
    if (close >= 0) cells.push(marks.unescaped(line.slice(inner + 1, close)));
    at = marks.cellEnd(line, close >= 0 ? close + 1 : at);
    if (close < 0 && !(together && at === start)) cells.push(line.slice(start, at));
    if (at >= line.length) break;
    at += marks.cut.delimiter.length;
  }
  return cells;
}

function strictClosing(line: string, from: number, marks: CellMarks): number {
  const { at, odd } = marks.closing(line, from, 0, true);
  return odd ? -1 : at;
}

function nextClosing(line: string, from: number, marks: CellMarks): number {
  for (let at = line.indexOf(marks.cut.quote, from); at >= 0; at = line.indexOf(marks.cut.quote, at + 1))
    if (marks.isCellEnd(line, at + 1)) return at;
  return -1;
}
