import { countAbove, countAtOrAbove, type Suggestion, type SuggestionName } from "./threshold";

/** How many rows are to be flagged by mistake, by the name of the threshold that does so; the first is suggested. */
export const falseOnes = {
  "false-fifth": 0.2,
  "false-one": 1,
  "false-two": 2,
  "false-ten": 10,
} as const satisfies Partial<Record<SuggestionName, number>>;

export type FalseName = keyof typeof falseOnes;

// Object.keys forgets which keys there are.
export const falseNames = Object.keys(falseOnes) as readonly FalseName[];

/**
 * The named thresholds of evidence, sorted in descending order: each flags so many of the rows by mistake.
 * @param rows how many there are, where the evidence is that of a sample of them
 */
export function calibratedSuggestionsOf(sorted: Float64Array, rows = sorted.length): Suggestion[] {
  return falseNames.map((name) => {
    const value = Math.log10(Math.max(1, rows) / falseOnes[name]);
    return { name, value, count: countAtOrAbove(sorted, value) };
  });
}

/**
 * The least evidence that any row has, of evidence sorted in descending order; where none has any, more than none. Rows
 * below share that there is none: nothing puts one of them before another, so that they cannot come one by one.
 */
export function leastEvidenceIn(sorted: Float64Array): number {
  return sorted[countAbove(sorted, 0) - 1] ?? Number.MIN_VALUE;
}

/** How many of `count` rows a threshold on evidence flags by mistake. */
export function falseOnesAt(value: number, count: number): number {
  return Math.min(count, count * 10 ** -value);
}
