import { NAMES_IN_EXPORTS, type NamesInExport } from "./exported-names";

/** Those are there in every export; of the others, only those that are wanted or known. */
const NAMES_ALWAYS_THERE = 5;
/** What a name gets that stands twice in a file. */
const COUNTER_SUFFIX = / \(\d+\)$/;

/**
 * Where the columns begin that an export of ours added; the number of columns where there are none. A file that was
 * exported is opened again as the file that it comes from, whichever language its scores were written in: scores are no
 * measurements.
 */
export function exportedFrom(names: readonly string[]): number {
  for (const added of NAMES_IN_EXPORTS) {
    const first = exportedIn(names, added);
    if (first < names.length) return first;
  }
  return names.length;
}

function exportedIn(names: readonly string[], added: NamesInExport): number {
  const always = added.columns.slice(0, NAMES_ALWAYS_THERE);
  for (let first = 1; first + NAMES_ALWAYS_THERE <= names.length; first++)
    if (always.every((name, at) => isNamed(names[first + at] ?? "", name)))
      if (names.slice(first + NAMES_ALWAYS_THERE).every((name) => mayFollow(name, added))) return first;
  return names.length;
}

function mayFollow(name: string, { columns, flaggedBy: [before, behind] }: NamesInExport): boolean {
  if (name.startsWith(before) && name.replace(COUNTER_SUFFIX, "").endsWith(behind)) return true;
  return columns.slice(NAMES_ALWAYS_THERE).some((added) => isNamed(name, added));
}

function isNamed(name: string, added: string): boolean {
  return name === added || name.replace(COUNTER_SUFFIX, "") === added;
}
