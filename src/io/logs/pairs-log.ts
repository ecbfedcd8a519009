import { type LogForm, mostlyFit } from "./log-form";
import { keyedColumns } from "./keyed-columns";
import { pairsOf } from "./log-pairs";

/** Logs whose lines are keys and values, `time=… level=info msg="…"`, as Go programs and many services write them (logfmt). */
export const pairsLog: LogForm = {
  name: "pairs",
  cut(first) {
    if (!mostlyFit(first, (line) => pairsOf(line) !== null)) return null;
    const keyed = keyedColumns(
      first.map((line) => pairsOf(line)?.map(({ key }) => key) ?? []).filter((keys) => keys.length > 0),
    );
    return {
      columns: keyed.columns,
      missing: [],
      message: keyed.message,
      cells(line) {
        const pairs = pairsOf(line);
        if (!pairs) return null;
        const cells = keyed.empty();
        for (const { key, value } of pairs) keyed.put(cells, key, value);
        return cells;
      },
      continues: (line) => /^\s/.test(line),
    };
  },
};
