import type { LogColumn } from "./log-form";

/** Columns for what the entries of a log say by key. */
export interface KeyedColumns {
  readonly columns: readonly LogColumn[];
  /** The column of the message; null where no key is called so. */
  readonly message: number | null;
  /** Cells of an entry that says nothing yet. */
  empty(): string[];
  /** What an entry says of a key; of one that has no column, it goes into the last one or the message: nothing is lost. */
  put(cells: string[], key: string, value: string): void;
}

const MESSAGE_KEYS = new Set(["msg", "message", "MESSAGE"]);
/** The column of what has none of its own. */
const FURTHER_COLUMN = "further";
const MAX_COLUMNS = 60;

/** @param entries keys of each of the first ones; the rarest keys have no column where there are very many */
export function keyedColumns(entries: readonly (readonly string[])[]): KeyedColumns {
  const counts = new Map<string, number>();
  for (const key of entries.flat()) counts.set(key, (counts.get(key) ?? 0) + 1);
  const often = [...counts].sort((a, b) => b[1] - a[1]).slice(0, MAX_COLUMNS);
  const kept = new Set(often.map(([key]) => key));
  const keys = [...counts.keys()].filter((key) => kept.has(key));
  const placeOf = new Map(keys.map((key, at) => [key, at]));
  const message = keys.findIndex((key) => MESSAGE_KEYS.has(key));
  // Where all entries have the same keys, another one further down hardly deserves a column.
  const isVaried = entries.some((own) => own.length !== keys.length || own.some((key) => !kept.has(key)));
  const names = isVaried ? [...keys, FURTHER_COLUMN] : keys;
  const rest = !isVaried && message >= 0 ? message : names.length - 1;
  return {
    columns: names.map((name, at) => ({ name, kind: at === message ? "words" : null })),
    message: message < 0 ? null : message,
    empty: () => new Array<string>(names.length).fill(""),
    put(cells, key, value) {
      const place = placeOf.get(key);
      if (place !== undefined && cells[place] === "") cells[place] = value;
      else cells[rest] = `${cells[rest] ?? ""} ${key}=${value}`.trimStart();
    },
  };
}
