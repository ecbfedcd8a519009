import type { Part } from "./parts";

/** How several tables become one. */
export interface SeveralSettings {
  /** "first": only the first of those that have equal columns. */
  readonly how: "append" | "by-time" | "by-key" | "first";
  /** The column that is in all of them and says what belongs together; empty: there is none. */
  readonly key: string;
  /** How far apart in time two rows may be that belong together, in usual steps of the table with most rows. */
  readonly tolerance: "exact" | "half-step" | "step" | "ten-steps";
}

/** The name of the column that says which file a row comes from. */
export const FILE_COLUMN = "file";

/** How far apart rows may lie, in steps. */
export const STEPS_WITHIN: Readonly<Record<SeveralSettings["tolerance"], number>> = {
  exact: 0,
  "half-step": 0.5,
  step: 1,
  "ten-steps": 10,
};

/** The files that have the columns of most of them; of as many files those with the most columns. */
export function largestGroup(parts: readonly Part[]): readonly Part[] {
  const groups = new Map<string, Part[]>();
  for (const part of parts) groups.set(columnsKey(part), [...(groups.get(columnsKey(part)) ?? []), part]);
  const width = ([part]: readonly Part[]) => part?.inspection.columns.length ?? 0;
  const sorted = [...groups.values()].sort((a, b) => b.length - a.length || width(b) - width(a));
  return sorted[0] ?? [];
}

/** Columns are equal where their names are, in whatever order. */
function columnsKey({ inspection }: Part): string {
  return JSON.stringify(inspection.columns.map(({ name }) => name).sort());
}

/** Where the time stands in each part; null where one of them has none. */
export function timesOf(parts: readonly Part[]): readonly number[] | null {
  const places = parts.map(({ inspection }) => inspection.columns.findIndex(({ kind }) => kind === "time"));
  return places.includes(-1) ? null : places;
}

/** The names that are in all parts. */
export function commonNames(parts: readonly Part[]): readonly string[] {
  const [first, ...others] = parts.map(({ inspection }) => inspection.columns.map(({ name }) => name));
  return (first ?? []).filter((name) => others.every((names) => names.includes(name)));
}

/** The part that the others are joined to: the one with the most rows. */
export function baseOf(parts: readonly Part[]): number {
  const rows = parts.map(({ inspection }) => inspection.size.rows);
  return rows.indexOf(Math.max(...rows));
}

/** Where in each part that stands by which they are joined. */
export function placesOf(parts: readonly Part[], how: SeveralSettings["how"], key: string): readonly number[] {
  if (how === "by-time") return timesOf(parts) ?? parts.map(() => 0);
  return parts.map(({ inspection }) => inspection.columns.findIndex(({ name }) => name === key));
}

/** A column of joined tables: from which part, and from where in it. */
export interface JoinedColumn {
  readonly name: string;
  readonly part: number;
  readonly at: number;
}

/**
 * The columns of joined tables: those of the base, then those of the others without what they are joined by. A name that
 * several parts have is told apart by the name of its file, which stands alone where the file has no other column.
 */
export function joinedLayout(parts: readonly Part[], by: readonly number[]): readonly JoinedColumn[] {
  const base = baseOf(parts);
  const order = [base, ...parts.keys()].filter((part, at, all) => all.indexOf(part) === at);
  const names = parts.map(({ inspection }) => inspection.columns.map(({ name }) => name));
  const counts = new Map<string, number>();
  names.forEach((all, part) => {
    all.forEach((name, at) => at === by[part] || counts.set(name, (counts.get(name) ?? 0) + 1));
  });
  return order.flatMap((part) =>
    (names[part] ?? []).flatMap((name, at): JoinedColumn[] => {
      if (at === by[part]) return part === base ? [{ name, part, at }] : [];
      const isShared = (counts.get(name) ?? 0) > 1;
      const stem = stemOf(parts[part]?.name ?? "");
      const isAlone = names[part]?.length === 2;
      return [{ name: isShared ? (isAlone ? stem : `${stem} ${name}`) : name, part, at }];
    }),
  );
}

function stemOf(file: string): string {
  return file.replace(/(\.[A-Za-z0-9]{1,7}){1,2}$/, "") || file;
}
