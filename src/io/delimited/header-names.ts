import { isKnownUnit } from "../../core/data/unit-words";
import { isRule } from "./rule-line";

/** What the lines of a header say. */
export interface HeaderNames {
  /** As they stand where one line holds them; else joined, from above. */
  readonly names: readonly string[];
  /** By column; empty: none was told. */
  readonly units: readonly string[];
  /** Which lines of the header, from 0, say nothing about names or units: kinds of values, names said again. */
  readonly leftOut: readonly number[];
  /** Whether names were joined of several lines. */
  readonly isJoined: boolean;
}

/** What loggers write for what a value stands for, and programs for how it is kept. */
const KIND_WORDS = new Set(
  (
    "avg average mean med median smp sample min minimum max maximum tot total sum std stddev stdev cnt count inst txt " +
    "text string str char varchar integer int int32 int64 bigint long short float float32 float64 double decimal real " +
    "number numeric bool boolean date time datetime timestamp category ts rn"
  ).split(" "),
);
/** Units written as words, which stand in a line of units alone. */
const UNIT_WORDS =
  /^(?:deg(?:rees?)?\.?(?:\s?[cfk])?|celsius|fahrenheit|kelvin|volts?|amps?|amperes?|watts?|met(?:er|re)s?|millimet(?:er|re)s?|centimet(?:er|re)s?|kilomet(?:er|re)s?|feet|inch(?:es)?|miles?|seconds?|minutes?|hours?|days?|hertz|pascals?|percent|unitless|none|w\/m(?:\^?2|²)|m(?:eters?)?\/s(?:econds?)?|counts?|grams?|kilograms?|lit(?:er|re)s?|dollars?|euros?)$/i;
const IN_BRACKETS = /^[[(](.*)[\])]$/;
/** One unit proves a line where it is this share of it. */
const MIN_UNITS = 1 / 3;

/** Reads the lines of a header: which of them holds names, groups of names, units, kinds of values. */
export function readHeaderLines(lines: readonly (readonly string[])[]): HeaderNames {
  const [only] = lines;
  const width = Math.max(0, ...lines.map((line) => line.length));
  const none = new Array<string>(width).fill("");
  if (lines.length <= 1) return { names: only ?? [], units: none, leftOut: [], isJoined: false };

  const filled = lines.map((line) => (isRule(line) ? 0 : line.filter((cell) => cell.trim() !== "").length));
  const main = filled.indexOf(Math.max(...filled));
  let units: readonly string[] = none;
  const leftOut: number[] = [];
  const parts: (readonly string[])[] = [];
  lines.forEach((line, at) => {
    const cells = line.map((cell) => cell.trim());
    if (filled[at] === 0) return;
    if (at > main && isSame(cells, lines[main]!)) leftOut.push(at);
    else if (at > main && cells.filter((cell) => cell !== "").every(isColumnWidth)) leftOut.push(at);
    else if (at > main && isUnitLine(cells)) units = none.map((_, column) => withoutBrackets(cells[column] ?? ""));
    else if (at > main && isKindLine(cells)) leftOut.push(at);
    else parts.push(line);
  });
  const isJoined = parts.length > 1;
  return { names: isJoined ? joinedNames(parts, width) : (parts[0] ?? []), units, leftOut, isJoined };
}

function isSame(cells: readonly string[], other: readonly string[]): boolean {
  return cells.length === other.length && cells.every((cell, at) => cell === other[at]?.trim());
}

/** Whether a line tells the units of columns. */
export function isUnitLine(cells: readonly string[]): boolean {
  const said = cells.filter((cell) => cell !== "");
  const units = said.filter((cell) => IN_BRACKETS.test(cell) || isKnownUnit(cell) || UNIT_WORDS.test(cell)).length;
  return units > 0 && units >= said.length * MIN_UNITS;
}

function isKindLine(cells: readonly string[]): boolean {
  const said = cells.filter((cell) => cell !== "");
  return (
    said.filter((cell) => KIND_WORDS.has(cell.toLowerCase())).length > said.length / 2 || said.every(isColumnWidth)
  );
}

/** How wide a column is, and whether it holds a text, a date or a number. */
export function isColumnWidth(cell: string): boolean {
  return /^\d{1,3}[sdnSDN]$/.test(cell);
}

function withoutBrackets(cell: string): string {
  return IN_BRACKETS.exec(cell)?.[1]?.trim() ?? cell;
}

/**
 * Joins what stands above each other. The name of a group holds for the columns at its right until the next one, or
 * until a group above ends, as far as a line below names them.
 */
function joinedNames(lines: readonly (readonly string[])[], width: number): readonly string[] {
  const cellAt = (line: number, column: number) => lines[line]?.[column]?.trim() ?? "";
  const words = Array.from({ length: width }, (): string[] => []);
  const isBorder = new Array<boolean>(width).fill(false);
  for (let line = 0; line < lines.length; line++) {
    let group = "";
    for (let column = 0; column < width; column++) {
      const cell = cellAt(line, column);
      if (cell !== "") {
        group = cell;
        isBorder[column] = true;
      } else if (isBorder[column]) group = "";
      const isNamedBelow = lines.some((_, below) => below > line && cellAt(below, column) !== "");
      if (cell !== "" || (group !== "" && isNamedBelow)) words[column]!.push(group);
    }
  }
  return words.map((parts) => parts.join(" "));
}
