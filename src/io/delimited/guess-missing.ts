import { ALWAYS_MISSING, MISSING_AMONG_NUMBERS, OFTEN_MISSING } from "../../core/data/missing-words";
import type { Note } from "../../core/data/note";
import { isValueCell } from "./known-cell";

export interface MissingGuess {
  readonly value: readonly string[];
  readonly sure: boolean;
  readonly why: Note;
}

/** "NA" among this many other codes of two capital letters may be Namibia. */
const MIN_OTHER_CODES = 5;

/**
 * Guesses the words for "no value": the usual ones always; `-`, `?` and their like where they fill a
 * cell; `none`, `unknown` and their like only where the rest of the column is numbers or dates. Those that the format
 * itself declares are no guess.
 */
export function guessMissing(body: readonly (readonly string[])[], declared: readonly string[] = []): MissingGuess {
  const found = new Set<string>();
  let isCode = false;
  const width = body[0]?.length ?? 0;
  for (let column = 0; column < width; column++) {
    const cells = body.map((row) => (row[column] ?? "").trim()).filter((cell) => cell !== "");
    const words = new Set(cells.map((cell) => cell.toLowerCase()));
    for (const word of [...OFTEN_MISSING, ...ALWAYS_MISSING]) if (words.has(word)) found.add(word);
    if (words.has("na")) isCode ||= new Set(cells.filter((cell) => /^[A-Z]{2}$/.test(cell))).size > MIN_OTHER_CODES;
    const present = MISSING_AMONG_NUMBERS.filter((word) => words.has(word));
    if (present.length === 0) continue;
    const others = cells.filter((cell) => !present.includes(cell.toLowerCase()));
    if (others.length > 0 && others.filter(isValueCell).length >= others.length * 0.9)
      for (const word of present) found.add(word);
  }
  const value = [...new Set([...ALWAYS_MISSING, ...found, ...declared])];
  if (isCode) return { value, sure: false, why: { code: "dialect.missing.na-code" } };
  if (found.size === 0) return { value, sure: true, why: { code: "dialect.missing.none" } };
  const guessed = [...found].some((word) => !ALWAYS_MISSING.includes(word) && !declared.includes(word));
  return { value, sure: !guessed, why: { code: "dialect.missing.found", values: { words: [...found].join("  ") } } };
}
