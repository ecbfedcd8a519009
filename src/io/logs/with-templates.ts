import { messageTemplates } from "../../core/templates/message-templates";
import { subjectIn } from "../../core/templates/template";
import { drainSettings } from "../../core/templates/drain";
import type { ReadReport } from "../../core/data/read-report";
import type { Note } from "../../core/data/note";
import type { InspectionOf, ReadTableOf, ReadWatch } from "../read/table-reader";
import type { LogCells } from "./log-cells";
import { logHints } from "./log-hints";
import { madeOf, messageColumns } from "./message-columns";

/** A log as it is looked at, with the columns that are made of its messages. */
export async function headWithTemplates(cells: LogCells): Promise<LogCells> {
  const messages = messagesIn(cells);
  if (!messages) return cells;
  const made = madeOf(messages);
  const { codes, templates, variables } = await messageTemplates(messages);
  return {
    ...cells,
    names: [...cells.names, ...made],
    kinds: [...(cells.kinds ?? []), "category" as const, "text" as const, "category" as const].slice(
      0,
      cells.names.length + made.length,
    ),
    head: cells.head.map((row, at) => {
      const own = [templates[codes[at] ?? -1] ?? "", variables[at] ?? "", subjectIn(messages[at] ?? "")];
      return [...row, ...own.slice(0, made.length)];
    }),
  };
}

/** The same for what a look at it told: why these columns are what they are. */
export function explained<I extends Pick<InspectionOf<string, unknown>, "columns">>(inspection: I, cells: LogCells): I {
  const own = cells.names.length;
  return {
    ...inspection,
    columns: inspection.columns.map((column, at) => (at < own ? column : { ...column, why: whyOf(column.name) })),
  };
}

/** A log as it was read, with those columns, and what is known of its roles and rows. */
export async function tableWithTemplates(
  table: ReadTableOf<ReadReport>,
  cells: LogCells,
  watch: ReadWatch,
): Promise<ReadTableOf<ReadReport>> {
  const messages = messagesIn(cells);
  const column = table.dataset.columns[cells.cut.message ?? -1];
  if (!messages || !column) return { ...table, hints: logHints(table.dataset, cells.cut) };
  const { columns, templates, without } = await messageColumns(column, madeOf(messages), watch);
  const dataset = { ...table.dataset, columns: [...table.dataset.columns, ...columns] };
  const notes: Note[] = [{ code: "log.templates", values: { templates } }];
  if (without > 0)
    notes.push({ code: "log.without", values: { count: without, templates: drainSettings.maxTemplates } });
  const none = columns.map(() => ({ count: 0, examples: [] }));
  const { report } = table;
  return {
    ...table,
    dataset,
    kindWhy: [...table.kindWhy, ...columns.map(({ name }) => whyOf(name))],
    report: {
      ...report,
      unreadable: [...report.unreadable, ...none],
      emptied: [...(report.emptied ?? []), ...none],
      notes: [...report.notes, ...notes],
    },
    hints: logHints(dataset, cells.cut),
  };
}

function messagesIn({ cut, head }: LogCells): readonly string[] | null {
  const { message } = cut;
  return message === null ? null : head.map((row) => row[message] ?? "");
}

function whyOf(name: string): Note {
  return { code: name === "template" ? "log.template" : name === "subject" ? "log.subject" : "log.variables" };
}
