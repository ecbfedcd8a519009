import { keyedColumns } from "./keyed-columns";
import { type LogForm, mostlyFit } from "./log-form";

/** `__REALTIME_TIMESTAMP=1712465534000000`, one of a line. */
const JOURNAL_FIELD = /^([A-Z_][A-Z0-9_]{0,63})=(.*)$/s;

/**
 * The journal of systemd as `journalctl -o export` writes it: a line for each field, and entries that begin with the field
 * that the first one begins with.
 */
export const journalLog: LogForm = {
  name: "journal",
  cut(first) {
    const start = JOURNAL_FIELD.exec(first[0] ?? "")?.[1];
    if (start === undefined || !start.startsWith("__") || !mostlyFit(first, (line) => JOURNAL_FIELD.test(line)))
      return null;
    const keyed = keyedColumns(entriesIn(first, start));
    let entry: string[] = [];
    return {
      columns: keyed.columns,
      missing: [],
      message: keyed.message,
      cells(line) {
        const [, key, value = ""] = JOURNAL_FIELD.exec(line) ?? [];
        if (key === undefined) return null;
        const isNew = key === start;
        if (isNew) entry = keyed.empty();
        keyed.put(entry, key, value);
        return isNew ? entry : "within";
      },
      continues: () => false,
    };
  },
};

/** The keys of each entry; of the last one not all of them may be there. */
function entriesIn(lines: readonly string[], start: string): readonly (readonly string[])[] {
  const entries: string[][] = [];
  for (const line of lines) {
    const key = JOURNAL_FIELD.exec(line)?.[1];
    if (key === start) entries.push([]);
    if (key !== undefined) entries.at(-1)?.push(key);
  }
  return entries.length > 1 ? entries.slice(0, -1) : entries;
}
