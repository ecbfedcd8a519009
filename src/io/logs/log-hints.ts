import type { Column } from "../../core/data/column";
import type { Dataset } from "../../core/data/dataset";
import type { RowKind } from "../../core/kinds/row-kind";
import type { TableHints } from "../read/table-reader";
import type { LogCut } from "./log-form";

/** Fewer rows than this are no events to learn an order from. */
const MIN_ROWS = 20;
/** A template comes so often at least, on average; else nothing repeats itself. */
const MIN_ROWS_PER_TEMPLATE = 3;
/** What names the sequence that an event belongs to, the closest first. */
const SEQUENCE_COLUMNS = ["subject", "process id", "thread", "process", "host"];
const MIN_SHARE_IN_SEQUENCE = 0.8;
const MIN_ROWS_PER_SEQUENCE = 3;

/** What is known of a log: what other columns stand for is not compared, and messages with templates are events. */
export function logHints({ columns, rowCount }: Dataset, cut: LogCut): TableHints {
  const roles = new Map<number, { role: "ignore" | "feature"; why: { code: "role.cut-up" | "role.template" } }>();
  cut.columns.forEach(({ isCutUp }, at) => {
    if (isCutUp === true) roles.set(at, { role: "ignore", why: { code: "role.cut-up" } });
  });
  const template = columns.findIndex(({ name }) => name === "template");
  if (cut.message === null || template < 0) return { roles, rowKind: null };
  roles.set(cut.message, { role: "ignore", why: { code: "role.cut-up" } });
  roles.set(template, { role: "feature", why: { code: "role.template" } });
  return { roles, rowKind: eventsIn(columns, rowCount, template) };
}

function eventsIn(columns: readonly Column[], rows: number, template: number): TableHints["rowKind"] {
  const symbols = distinctIn(columns[template]).size;
  if (rows < MIN_ROWS || symbols < 2 || rows < MIN_ROWS_PER_TEMPLATE * symbols) return null;
  const sequence = SEQUENCE_COLUMNS.map((name) => columns.findIndex((column) => column.name === name)).find(
    (at) => at >= 0 && namesSequences(columns[at], rows),
  );
  const time = columns.findIndex(({ kind }) => kind === "time");
  const rowKind: RowKind = {
    kind: "events",
    symbol: template,
    sequence: sequence ?? null,
    time: time < 0 ? null : time,
    level: "event",
  };
  const named = sequence === undefined ? null : columns[sequence];
  if (!named) return { rowKind, why: { code: "row-kind.events-of-log", values: { symbols } } };
  const values = { symbol: "template", symbols, sequence: named.name, sequences: distinctIn(named).size };
  return { rowKind, why: { code: "row-kind.events", values } };
}

function namesSequences(column: Column | undefined, rows: number): boolean {
  const counts = distinctIn(column);
  const present = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return counts.size >= 2 && present >= MIN_SHARE_IN_SEQUENCE * rows && present >= MIN_ROWS_PER_SEQUENCE * counts.size;
}

/** How often each value of a column of words comes. */
function distinctIn(column: Column | undefined): ReadonlyMap<number | string, number> {
  const counts = new Map<number | string, number>();
  if (column?.kind !== "category" && column?.kind !== "text") return counts;
  for (const value of column.kind === "category" ? column.codes : column.values)
    if (value !== -1 && value !== "") counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
