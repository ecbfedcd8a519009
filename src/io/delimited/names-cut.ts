import { isPresentValue } from "./known-cell";

/** Separators that a line of names may be written with where its rows are written with another one. */
const OTHER_SEPARATORS: readonly string[] = ["\t", ";", "|", ",", " "];
/** With fewer columns, any two words would be names. */
const MIN_COLUMNS = 3;

/** Names that stand in a line in another way than the cells of the rows below. */
export interface NamesCut {
  readonly names: readonly string[];
  readonly why: "header-other-separator" | "header-lost-separator";
}

/**
 * The names of a line that is cut otherwise than its rows: it is one cell, which another separator cuts into exactly as many
 * different words as the rows have cells; or it is one cell short, and a quote in the middle of one of its cells shows
 * where the separator is missing. Null where neither is so.
 */
export function namesCutOtherwise(line: readonly string[], width: number): NamesCut | null {
  if (width < MIN_COLUMNS) return null;
  const filled = line.filter((cell) => cell.trim() !== "");
  const [only = ""] = filled;
  if (filled.length === 1) {
    const names = OTHER_SEPARATORS.map((separator) => wordsOf(only, separator)).find((words) => areNames(words, width));
    return names ? { names, why: "header-other-separator" } : null;
  }
  if (line.length !== width - 1) return null;
  const parts = line.map((cell) => (cell.includes('"') ? wordsOf(cell, '"').filter((part) => part !== "") : [cell]));
  const names = parts.flat();
  const isOneOfTwo = parts.filter((some) => some.length > 1).length === 1;
  return isOneOfTwo && areNames(names, width) ? { names, why: "header-lost-separator" } : null;
}

function areNames(words: readonly string[], width: number): boolean {
  if (words.length !== width || new Set(words).size !== width) return false;
  return words.every((word) => word !== "" && !isPresentValue(word));
}

function wordsOf(line: string, separator: string): readonly string[] {
  return line.split(separator).map((word) => {
    const trimmed = word.trim();
    return trimmed.length > 1 && trimmed.startsWith('"') && trimmed.endsWith('"') ? trimmed.slice(1, -1) : trimmed;
  });
}
