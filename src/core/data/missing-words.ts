/** Words that mean "no value" wherever they stand. */
export const ALWAYS_MISSING: readonly string[] = ["na", "n/a", "#n/a", "<na>", "nan", "-nan", "null", "(null)", "\\n"];

/** Words that mean "no value" in most files, but may be a value of their own. */
export const OFTEN_MISSING: readonly string[] = [
  "-",
  "--",
  "?",
  ".",
  "..",
  "n.a.",
  "#null!",
  "#value!",
  "#div/0!",
  "#num!",
  "#ref!",
  "#name?",
];

/** Words that mean "no value" among numbers or dates, and are an ordinary level elsewhere. */
export const MISSING_AMONG_NUMBERS: readonly string[] = [
  "none",
  "nil",
  "unknown",
  "missing",
  "undefined",
  "n.d.",
  "nd",
  "*",
];

/** Marks that mean "no value" among numbers, and may be a level among words: a rank, a stop, a kind of line. */
const DASHES_AND_DOTS: readonly string[] = ["-", "--", ".", ".."];
const ONLY_AMONG_VALUES: ReadonlySet<string> = new Set([...DASHES_AND_DOTS, ...MISSING_AMONG_NUMBERS]);

/** Whether a word that means "no value" among numbers may be a value of its own among words. */
export function mayBeLevel(word: string): boolean {
  return ONLY_AMONG_VALUES.has(word);
}

/** Whether the cell in `text` from `start` to `end` means "no value". Blank cells always do. */
export type IsMissing = (text: string, start: number, end: number) => boolean;

/** The test for a list of words (lower case, trimmed). */
export function missingTest(words: readonly string[]): IsMissing {
  const known = new Set(words);
  let longest = 0;
  for (const word of known) longest = Math.max(longest, word.length);
  return (text, start, end) => {
    while (start < end && text.charCodeAt(start) <= 32) start++;
    while (end > start && text.charCodeAt(end - 1) <= 32) end--;
    if (start === end) return true;
    return end - start <= longest && known.has(text.slice(start, end).toLowerCase());
  };
}
