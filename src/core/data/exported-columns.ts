/** What an export adds behind the columns of a file, in its order; one of them only where it is known. */
export const EXPORTED_NAMES = [
  "row",
  "score",
  "percentile",
  "anomaly score (0-100)",
  "flagged",
  "stability",
  "reasons",
] as const;
const NOT_ALWAYS = "stability";
/** What a name gets that stands twice in a file. */
const COUNTER_SUFFIX = / \(\d+\)$/;

/**
 * Where the columns begin that an export of ours added; the number of columns where there are none. A file that was
 * exported is opened again as the file that it comes from: scores are no measurements.
 */
export function exportedFrom(names: readonly string[]): number {
  for (const added of [EXPORTED_NAMES, EXPORTED_NAMES.filter((name) => name !== NOT_ALWAYS)]) {
    const first = names.length - added.length;
    if (first > 0 && added.every((name, at) => isNamed(names[first + at] ?? "", name))) return first;
  }
  return names.length;
}

function isNamed(name: string, added: string): boolean {
  return name === added || name.replace(COUNTER_SUFFIX, "") === added;
}
