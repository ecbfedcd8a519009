import type { Column } from "../../core/data/column";
import type { Note } from "../../core/data/note";
import type { MadeColumn } from "../../core/data/read-plan";
import { messageColumns, MADE_COLUMNS } from "../logs/message-columns";
import type { ReadTableOf, ReadWatch, SourceCells, TableHints } from "../read/table-reader";
import { limitColumn } from "./limit-column";

type Table = Omit<ReadTableOf<unknown>, "report">;

interface Made {
  readonly columns: readonly Column[];
  readonly kindWhy: readonly Note[];
  readonly roles: TableHints["roles"];
}

/**
 * A table with the columns that a person wants made of others, behind its own, so that positions stay those of the file. What
 * cannot be made of a column, since it holds something else by now, is left out.
 *
 * @param cells goes through the cells of the source as they are written; null where it has no text
 */
export async function withMadeColumns<T extends Table>(
  table: T,
  wanted: readonly MadeColumn[],
  cells: () => Promise<SourceCells | null>,
  watch: ReadWatch,
): Promise<T> {
  let all = table;
  for (const one of wanted) {
    const made = await madeOf(all, one, cells, watch);
    if (made) all = withColumns(all, made);
  }
  return all;
}

async function madeOf(
  { dataset: { columns } }: Table,
  { of, what }: MadeColumn,
  cells: () => Promise<SourceCells | null>,
  watch: ReadWatch,
): Promise<Made | null> {
  const column = columns[of];
  const values = { column: column?.name ?? "" };
  const nameOf = (part: string) => freeName(`${values.column} ${part}`, columns);
  if (what === "limits") {
    const source = column?.kind === "number" ? await cells() : null;
    if (!column || !source) return null;
    const limits = await limitColumn(nameOf("limit"), column, of, source);
    return { columns: [limits], kindWhy: [{ code: "made.limits", values }], roles: new Map() };
  }
  if (column?.kind !== "text" && column?.kind !== "category") return null;
  const made = await messageColumns(column, MADE_COLUMNS.slice(0, 2), watch);
  return {
    columns: made.columns.map((one) => ({ ...one, name: nameOf(one.name) })),
    kindWhy: [
      { code: "made.templates", values: { ...values, templates: made.templates, without: made.without } },
      { code: "made.variables", values },
    ],
    roles: new Map([
      [of, { role: "ignore", why: { code: "role.cut-up" } }],
      [columns.length, { role: "feature", why: { code: "role.template" } }],
    ]),
  };
}

function withColumns<T extends Table>(table: T, { columns, kindWhy, roles }: Made): T {
  const { dataset, hints } = table;
  return {
    ...table,
    dataset: { ...dataset, columns: [...dataset.columns, ...columns] },
    kindWhy: [...table.kindWhy, ...kindWhy],
    hints: { roles: new Map([...(hints?.roles ?? []), ...roles]), rowKind: hints?.rowKind ?? null },
  };
}

function freeName(name: string, columns: readonly Column[]): string {
  const isTaken = (one: string) => columns.some((column) => column.name === one);
  let free = name;
  for (let count = 2; isTaken(free); count++) free = `${name} ${count}`;
  return free;
}
