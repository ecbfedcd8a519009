import type { Column } from "../../core/data/column";
import { Failure } from "../../core/data/failure";
import { type Matches, nearestRows, rowsByKey, takenRows, usualStep } from "../../core/data/match-rows";
import type { Note } from "../../core/data/note";
import type { ReadReport } from "../../core/data/read-report";
import { baseOf, joinedLayout, placesOf, type SeveralSettings, STEPS_WITHIN } from "./arrange";
import type { ReadPart, ReadTable as Table } from "./parts";

/** The columns of several tables side by side: each row of the largest with what belongs to it in the others. */
export function joinParts(read: readonly ReadPart[], { how, key, tolerance }: SeveralSettings): Table {
  const parts = read.map(({ part }) => part);
  const places = placesOf(parts, how, key);
  const base = baseOf(parts);
  const table = tableAt(read, base);
  const by = read.map(({ table: { dataset } }, part) => dataset.columns[places[part] ?? -1]);
  const own = by[base];
  if (!own) throw new Failure({ code: "no-table" });
  const step = own.kind === "time" ? usualStep(own.values) : 0;
  const within = STEPS_WITHIN[tolerance] * step;
  const matches = read.map((one, part): Matches | null => {
    const other = by[part];
    if (part === base || !other) return null;
    if (how === "by-key") return rowsByKey(own, other, one.table.dataset.rowCount);
    return own.kind === "time" && other.kind === "time" ? nearestRows(own.values, other.values, within) : null;
  });
  const layout = joinedLayout(parts, places).filter(({ part }) => part === base || matches[part]);
  const columns = layout.map(({ name, part, at }): Column => {
    const column = tableAt(read, part).dataset.columns[at]!; // the layout is made of them
    const rows = matches[part]?.rows;
    return { ...(rows ? takenRows(column, rows) : column), name };
  });
  const met = <T>(of: (report: ReadReport) => readonly T[] | undefined, none: T): readonly T[] =>
    layout.map(({ part, at }) => of(tableAt(read, part).report)?.[at] ?? none);
  const none = { count: 0, examples: [] };
  const said = new Map(
    read.flatMap(({ table: { report } }) => report.notes).map((note) => [JSON.stringify(note), note]),
  );
  return {
    dataset: { ...table.dataset, columns },
    content: "",
    kindWhy: layout.map(({ part, at }) => tableAt(read, part).kindWhy[at] ?? { code: "kind.all-missing" }),
    report: {
      ...table.report,
      renamed: [],
      unreadable: met(({ unreadable }) => unreadable, none),
      emptied: met(({ emptied }) => emptied, none),
      notes: [...joinNotes(read, matches, base, { how, key, within }), ...said.values()],
    },
  };
}

function tableAt(read: readonly ReadPart[], at: number): Table {
  return read[at]!.table; // parts are counted by their place in `read`
}

interface Joined {
  readonly how: SeveralSettings["how"];
  readonly key: string;
  readonly within: number;
}

function joinNotes(
  read: readonly ReadPart[],
  matches: readonly (Matches | null)[],
  base: number,
  { how, key, within }: Joined,
): readonly Note[] {
  const name = read[base]?.part.name ?? "";
  const notes: Note[] =
    how === "by-key"
      ? [{ code: "several.joined-by-key", values: { count: read.length, base: name, key } }]
      : [{ code: "several.joined-by-time", values: { count: read.length, base: name, seconds: within / 1000 } }];
  matches.forEach((match, part) => {
    if (!match) return;
    const values = { name: read[part]?.part.name ?? "", base: name };
    const without = match.rows.reduce((sum, row) => sum + (row < 0 ? 1 : 0), 0);
    const { count, first } = match.left;
    if (count > 0)
      notes.push({ code: "several.left", values: { ...values, count, rows: first.map((row) => String(row + 1)) } });
    if (without > 0) notes.push({ code: "several.without", values: { ...values, count: without } });
    if (match.repeated > 0) notes.push({ code: "several.repeated", values: { ...values, count: match.repeated } });
  });
  return notes;
}
