/** What an export adds behind the columns of a file, in its order. */
export const EXPORTED_NAMES = [
  "row",
  "score",
  "percentile",
  "anomaly score (0-100)",
  "flagged",
  "stability",
  "mark",
  "note",
  "tags",
  "reasons",
] as const;
/** Those are there in every export; of the others, only those that are wanted or known. */
const NAMES_ALWAYS_THERE = 5;
/** A column that tells what another detector flags begins so. */
const FLAGGED_BY = "flagged by ";
/** What a name gets that stands twice in a file. */
const COUNTER_SUFFIX = / \(\d+\)$/;

/**
 * Where the columns begin that an export of ours added; the number of columns where there are none. A file that was
 * exported is opened again as the file that it comes from: scores are no measurements.
 */
export function exportedFrom(names: readonly string[]): number {
  const always = EXPORTED_NAMES.slice(0, NAMES_ALWAYS_THERE);
  for (let first = 1; first + NAMES_ALWAYS_THERE <= names.length; first++)
    if (always.every((name, at) => isNamed(names[first + at] ?? "", name)))
      if (names.slice(first + NAMES_ALWAYS_THERE).every(mayFollow)) return first;
  return names.length;
}

function mayFollow(name: string): boolean {
  return name.startsWith(FLAGGED_BY) || EXPORTED_NAMES.slice(NAMES_ALWAYS_THERE).some((added) => isNamed(name, added));
}

function isNamed(name: string, added: string): boolean {
  return name === added || name.replace(COUNTER_SUFFIX, "") === added;
}
