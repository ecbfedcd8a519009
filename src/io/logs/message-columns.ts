import type { CategoryColumn, Column, TextColumn } from "../../core/data/column";
import { type MessageTemplates, messageTemplates } from "../../core/templates/message-templates";
import { subjectIn } from "../../core/templates/template";
import type { ReadWatch } from "../read/table-reader";

/** What is made of the messages of a log, in the order in which it stands behind its columns. */
export const MADE_COLUMNS = ["template", "variables", "subject"] as const;

/** Share of the messages that have to name what they are about, and how often each of these comes at least on average. */
const MIN_SHARE_WITH_SUBJECT = 0.8;
const MIN_MESSAGES_OF_SUBJECT = 3;
const MIN_SUBJECTS = 3;

/** Which columns are made of messages that begin so: a subject only where nearly all name one, and few name another. */
export function madeOf(messages: readonly string[]): readonly (typeof MADE_COLUMNS)[number][] {
  const subjects = messages.map(subjectIn).filter((subject) => subject !== "");
  const distinct = new Set(subjects).size;
  const hasSubjects =
    subjects.length >= MIN_SHARE_WITH_SUBJECT * messages.length &&
    distinct >= MIN_SUBJECTS &&
    subjects.length >= MIN_MESSAGES_OF_SUBJECT * distinct;
  return hasSubjects ? MADE_COLUMNS : MADE_COLUMNS.slice(0, 2);
}

/** The columns made of a column of messages, and how many of these have no template. */
export async function messageColumns(
  messages: Column,
  made: readonly string[],
  watch: ReadWatch,
): Promise<{ readonly columns: readonly Column[]; readonly templates: number; readonly without: number }> {
  const texts = textsOf(messages);
  const rows = texts.rowOf.length;
  const found = await messageTemplates(texts.different, async (done) => {
    watch.onProgress({ stage: "decode", done, rows });
    await watch.checkpoint();
  });
  watch.onProgress({ stage: "decode", done: 1, rows });
  const template = templateColumn(found, texts.rowOf);
  const columns: Column[] = [template, variablesColumn(found, texts.rowOf)];
  if (made.includes("subject")) columns.push(subjectColumn(texts));
  const without = texts.rowOf.reduce((sum, at) => sum + (texts.different[at] && found.codes[at] === -1 ? 1 : 0), 0);
  return { columns, templates: found.templates.length, without };
}

interface Texts {
  readonly different: readonly string[];
  /** Of each row, the place of its text; -1 for none. */
  readonly rowOf: Int32Array;
}

/** Of a category each word is looked at once. */
function textsOf(column: Column): Texts {
  if (column.kind === "category") return { different: column.levels, rowOf: column.codes };
  const values = column.kind === "text" ? column.values : [];
  return { different: values, rowOf: Int32Array.from(values, (_, row) => row) };
}

function templateColumn({ codes, templates }: MessageTemplates, rowOf: Int32Array): CategoryColumn {
  return { kind: "category", name: "template", codes: rowOf.map((at) => codes[at] ?? -1), levels: templates };
}

function variablesColumn({ variables }: MessageTemplates, rowOf: Int32Array): TextColumn {
  return { kind: "text", name: "variables", values: Array.from(rowOf, (at) => variables[at] ?? "") };
}

function subjectColumn({ different, rowOf }: Texts): CategoryColumn {
  const placeOf = new Map<string, number>();
  const places = Int32Array.from(different, (text) => {
    const subject = subjectIn(text);
    if (subject === "") return -1;
    const place = placeOf.get(subject) ?? placeOf.size;
    placeOf.set(subject, place);
    return place;
  });
  return { kind: "category", name: "subject", codes: rowOf.map((at) => places[at] ?? -1), levels: [...placeOf.keys()] };
}
