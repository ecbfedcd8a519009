import { MS_PER_DAY } from "./civil-time";
import type { Column, TimeColumn } from "./column";
import { type DateParts, datePartsIn, goOn, momentsOf } from "./date-parts";
import { type TimesOfDay, timesOfDayIn } from "./time-of-day";

/** Two columns that tell one moment together, by position: its date, and its time of day; or its year, and its month. */
export interface DateAndClock {
  readonly date: number;
  readonly clock: number;
}

/** The same with what else tells the moment. */
export interface TimeParts extends DateAndClock {
  /** Set where year, month and day stand in columns of their own: `date` is the year, `clock` the month. */
  readonly parts?: DateParts;
}

/** What can be joined, and whether nobody needs to be asked. */
export interface JoinableTime extends TimeParts {
  /** Dates repeat, so that without the time of day they tell no moment. */
  readonly isClear: boolean;
}

/**
 * Columns of dates without a time of day that stand beside a column of times of day without a date, or are the only ones
 * of the table.
 */
export function joinableTimes(columns: readonly Column[]): readonly JoinableTime[] {
  const dates = columns.flatMap((column, at) => (isOfDates(column) ? [at] : []));
  if (dates.length === 0) return ofParts(columns);
  const clocks = columns.flatMap((column, at) => (column.kind !== "time" && timesOfDayIn(column) ? [at] : []));
  const taken = new Set<number>();
  return dates.flatMap((date): JoinableTime[] => {
    const near = [date + 1, date - 1].find((at) => clocks.includes(at) && !taken.has(at));
    const only = dates.length === 1 && clocks.length === 1 ? clocks[0] : undefined;
    const clock = near ?? only;
    if (clock === undefined) return [];
    taken.add(clock);
    return [{ date, clock, isClear: repeats(columns[date]) }];
  });
}

/** Year, month and day in columns of their own; nobody needs to be asked where nothing else is a time and they go on. */
function ofParts(columns: readonly Column[]): readonly JoinableTime[] {
  const parts = datePartsIn(columns);
  if (!parts) return [];
  const isClear = !columns.some(({ kind }) => kind === "time") && goOn(momentsOf(columns, parts));
  return [{ date: parts.year, clock: parts.month, parts, isClear }];
}

/** The positions of the columns beside the one that holds the moment. */
export function othersOf({ clock, parts }: TimeParts): readonly number[] {
  return parts ? [parts.month, parts.day, ...parts.clock] : [clock];
}

/** The columns with the time of day added to the dates; a moment of which either is missing is missing. */
export function withJoinedTimes(columns: readonly Column[], pairs: readonly TimeParts[]): readonly Column[] {
  const joined = new Map<number, TimeColumn>();
  for (const { date, clock, parts } of pairs) {
    if (parts) {
      const name = columns[date]?.name ?? "";
      joined.set(date, { kind: "time", name, zone: "none", values: momentsOf(columns, parts) });
      continue;
    }
    const dates = columns[date];
    const times = columns[clock] && timesOfDayIn(columns[clock]);
    if (dates?.kind === "time" && times) joined.set(date, { ...dates, values: sumOf(dates.values, times) });
  }
  return columns.map((column, at) => joined.get(at) ?? column);
}

/** How many rows have a date without a time of day, or the other way round, or lack a part. */
export function halvesOf(columns: readonly Column[], { date, clock, parts }: TimeParts): number {
  if (parts) return momentsOf(columns, parts).filter(Number.isNaN).length;
  const dates = columns[date];
  const times = columns[clock] && timesOfDayIn(columns[clock]);
  if (dates?.kind !== "time" || !times) return 0;
  return dates.values.reduce((sum, value, row) => sum + Number(Number.isNaN(value) !== Number.isNaN(times(row))), 0);
}

function sumOf(dates: Float64Array, times: TimesOfDay): Float64Array {
  return dates.map((date, row) => date + times(row));
}

function isOfDates(column: Column): column is TimeColumn {
  return (
    column.kind === "time" &&
    column.values.some((value) => !Number.isNaN(value)) &&
    column.values.every((value) => Number.isNaN(value) || value % MS_PER_DAY === 0)
  );
}

function repeats(column: Column | undefined): boolean {
  if (column?.kind !== "time") return false;
  const seen = new Set<number>();
  for (const value of column.values) {
    if (seen.has(value)) return true;
    if (!Number.isNaN(value)) seen.add(value);
  }
  return false;
}
