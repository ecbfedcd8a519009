import type { Column } from "../data/column";
import type { ColumnProfile } from "../data/profile";
import { saysGroup, saysId, wordsOf } from "../data/role-names";
import { saysTime } from "../data/time-names";
import { selectQuantiles } from "../math/quantile-select";
import type { Role } from "../prepare/recipe";
import { orderRows } from "./order-rows";

/** A column of a table, with what is known of it. */
export interface Known {
  readonly position: number;
  readonly column: Column;
  readonly profile: ColumnProfile;
  readonly role: Role;
}

const countingWords = new Set(
  "step steps t tick ticks second seconds minute hour week month year cycle frame".split(" "),
);

/** A time column, or a number column that is named like one, with a time in nearly every row. */
export function tellsTime({ column, profile, role }: Known): boolean {
  if (role === "label" || profile.distinct < 2 || profile.missing > 0.02 * profile.rows) return false;
  if (column.kind === "time") return true;
  return (
    // A number that repeats another column, or is a part of its time, is no time of its own.
    column.kind === "number" &&
    role !== "ignore" &&
    (saysTime(column.name) || wordsOf(column.name).some((word) => countingWords.has(word)))
  );
}

const sequenceWords = new Set(
  "block session trace case sequence visit journey ticket thread process request conversation run trial".split(" "),
);

/** Whether the name speaks of things that many rows belong to. */
export function saysMany(one: Known): boolean {
  return saysId(one.column.name) || saysGroup(one.column.name) || saysSequence(one);
}

/** Whether the name speaks of something that begins, goes on and ends: a case, a session. */
export function saysSequence({ column }: Known): boolean {
  return wordsOf(column.name).some((word) => sequenceWords.has(word));
}

/** How evenly the rows follow each other, each share from 0 to 1. */
export interface Evenness {
  /** Of the differences in time, those that are the usual one, give or take a fifth. */
  readonly even: number;
  /** Of the rows, those at the same time as another of their series. */
  readonly repeated: number;
  /** Differences looked at. */
  readonly differences: number;
}

/** The first rows tell: a file is rarely even first and uneven later, and this must not slow the reading down. */
const MAX_ROWS_READ = 20_000;

export function evennessOf(known: readonly Known[], time: number, group: number | null): Evenness {
  const columns = known.map(({ column }) => firstRowsOf(column));
  const rowCount = Math.min(MAX_ROWS_READ, known[0]?.profile.rows ?? 0);
  const { rows, starts, times } = orderRows({ name: "", rowCount, columns, sourceRows: null }, time, group);
  const differences: number[] = [];
  let repeated = 0;
  for (let series = 0; series + 1 < starts.length; series++)
    for (let i = starts[series]! + 1; i < starts[series + 1]!; i++) {
      const difference = times[rows[i]!]! - times[rows[i - 1]!]!; // i < length
      if (difference > 0) differences.push(difference);
      else repeated++;
    }
  const [usual = 0] = selectQuantiles(Float64Array.from(differences), [0.5]);
  const even = differences.filter((difference) => Math.abs(difference - usual) <= 0.2 * usual).length;
  return {
    even: even / Math.max(1, differences.length),
    repeated: repeated / Math.max(1, rows.length),
    differences: differences.length,
  };
}

function firstRowsOf(column: Column): Column {
  switch (column.kind) {
    case "number":
    case "time":
      return { ...column, values: column.values.subarray(0, MAX_ROWS_READ) };
    case "category":
      return { ...column, codes: column.codes.subarray(0, MAX_ROWS_READ) };
    case "text":
      return { ...column, values: column.values.slice(0, MAX_ROWS_READ) };
    default:
      return column satisfies never;
  }
}
