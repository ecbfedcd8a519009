/** Names as they are shown: never empty, never twice. */
export interface ColumnNames {
  readonly names: readonly string[];
  readonly renamed: readonly { readonly column: number; readonly from: string; readonly to: string }[];
}

const MAX_LENGTH = 1000;

/**
 * Makes names unique and readable: an empty one becomes "column 3" (counted from 1), a taken one
 * "name (2)", line breaks and runs of blanks one blank. Names are content, never keys of an object:
 * `__proto__` is a name like any other. Of a name that is no name but a page, the beginning is taken.
 */
export function columnNamesOf(raw: readonly string[]): ColumnNames {
  const taken = new Set<string>();
  const nextSuffix = new Map<string, number>();
  const renamed: { column: number; from: string; to: string }[] = [];
  const inFile = new Set(raw.map(tidy));
  const names = raw.map((from, column) => {
    const base = tidy(from) || `column ${column + 1}`;
    let to = base;
    for (let suffix = nextSuffix.get(base) ?? 2; taken.has(to) || (to !== base && inFile.has(to)); suffix++) {
      to = `${base} (${suffix})`;
      nextSuffix.set(base, suffix + 1);
    }
    taken.add(to);
    if (to !== tidy(from)) renamed.push({ column, from, to });
    return to;
  });
  return { names, renamed };
}

function tidy(name: string): string {
  if (name.length > MAX_LENGTH) return `${tidy(name.slice(0, MAX_LENGTH))}…`;
  return name.replace(/[\s\u0000-\u001f\u007f]+/g, " ").trim();
}
