import { daysFromCivil, fullYear, MS_PER_DAY } from "./civil-time";
import type { Column } from "./column";
import { monthOf } from "./month-names";
import { type TimesOfDay, timesOfDayIn } from "./time-of-day";

/** Neighbouring columns that each hold a part of one moment, by position: its year, its month, and what follows. */
export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** Hour, minute and second, as far as there are such columns; or one of times of day. */
  readonly clock: readonly number[];
}

const YEAR_NAMES = /^#?(?:years?|yyyy|yy|yr|jahr|année|annee|año|anio|anno|ano|rok|год|年)$/i;
const MONTH_NAMES = /^(?:months?|mon|mo|mm|mth|monat|mois|mes|mês|mese|maand|miesiąc|месяц|月)$/i;
const DAY_NAMES = /^(?:days?|dd|dy|dom|day ?of ?month|tag|jour|día|dia|giorno|dag|dzień|день|日)$/i;
const CLOCK_NAMES = [
  /^(?:hours?|hh|hr|std|stunde|heure|hora|ora|uur|час|[时時])$/i,
  /^(?:min(?:ute)?s?|mm|mn|mi|minuto|минута|分)$/i,
  /^(?:sec(?:ond)?s?|ss|sekunde|seconde|segundo|секунда|秒)$/i,
] as const;
const MS_PER_CLOCK_PART = [3_600_000, 60_000, 1000] as const;
const MAX_CLOCK_PARTS = [24, 59, 60] as const;
/** Share of the rows that have to be moments. */
const MIN_MOMENTS = 0.95;

/** The columns that tell year, month and day by their names, next to each other and in either order, and hold them. */
export function datePartsIn(columns: readonly Column[]): DateParts | null {
  const nameAt = (at: number) => columns[at]?.name.trim() ?? "";
  const month = columns.findIndex((_, at) => {
    if (!MONTH_NAMES.test(nameAt(at))) return false;
    const [before, behind] = [nameAt(at - 1), nameAt(at + 1)];
    return (YEAR_NAMES.test(before) && DAY_NAMES.test(behind)) || (DAY_NAMES.test(before) && YEAR_NAMES.test(behind));
  });
  if (month < 0) return null;
  const isYearFirst = YEAR_NAMES.test(nameAt(month - 1));
  const parts = {
    year: isYearFirst ? month - 1 : month + 1,
    month,
    day: isYearFirst ? month + 1 : month - 1,
    clock: clockFrom(columns, month + 2),
  };
  const moments = momentsOf(columns, parts);
  const found = moments.reduce((sum, moment) => sum + Number(!Number.isNaN(moment)), 0);
  return found > 0 && found >= moments.length * MIN_MOMENTS ? parts : null;
}

/** Milliseconds since 1970 by row; NaN where a part is missing, or where there is no such day. */
export function momentsOf(columns: readonly Column[], { year, month, day, clock }: DateParts): Float64Array {
  const [years, months, days] = [year, month, day].map((at) => partsOf(columns[at]));
  const times = clockOf(columns, clock);
  const rows = rowsOf(columns[year]);
  if (!years || !months || !days || !times) return new Float64Array(rows).fill(Number.NaN);
  return Float64Array.from({ length: rows }, (_, row) => {
    const said = years(row);
    const whole = said < 100 ? fullYear(said) : said;
    return daysFromCivil(whole, months(row), days(row)) * MS_PER_DAY + times(row);
  });
}

/** Whether moments never go back from a row to the next, and do go on. */
export function goOn(moments: Float64Array): boolean {
  let last = Number.NaN;
  let later = 0;
  for (const moment of moments) {
    if (Number.isNaN(moment)) continue;
    if (moment < last) return false;
    later += Number(moment > last);
    last = moment;
  }
  return later > 0;
}

/** Behind the date: one column of times of day, or those of hour, minute and second. */
function clockFrom(columns: readonly Column[], at: number): readonly number[] {
  const parts: number[] = [];
  for (const names of CLOCK_NAMES) {
    const column = columns[at + parts.length];
    if (!column || !names.test(column.name.trim()) || !partsOf(column)) break;
    parts.push(at + parts.length);
  }
  const next = columns[at];
  return parts.length === 0 && next && timesOfDayIn(next) ? [at] : parts;
}

function clockOf(columns: readonly Column[], clock: readonly number[]): TimesOfDay | null {
  const [first] = clock;
  if (first === undefined) return () => 0;
  const whole = clock.length === 1 && columns[first] ? timesOfDayIn(columns[first]) : null;
  if (whole) return whole;
  const parts = clock.map((at) => partsOf(columns[at]));
  return (row) =>
    parts.reduce((sum, part, at) => {
      const value = part?.(row) ?? Number.NaN;
      return sum + (value >= 0 && value <= MAX_CLOCK_PARTS[at]! ? value * MS_PER_CLOCK_PART[at]! : Number.NaN);
    }, 0);
}

/** Whole numbers by row, also those with leading zeros and months by their names; null where a column has none. */
function partsOf(column: Column | undefined): ((row: number) => number) | null {
  if (column?.kind === "number") {
    const { values } = column;
    return (row) => (Number.isInteger(values[row]) ? values[row]! : Number.NaN);
  }
  if (column?.kind !== "category") return null;
  const { codes } = column;
  const parts = column.levels.map((level) => {
    if (/^\d{1,4}$/.test(level)) return Number(level);
    return monthOf(level.toLowerCase().replace(/\.$/, "")) || Number.NaN;
  });
  return (row) => parts[codes[row] ?? -1] ?? Number.NaN;
}

function rowsOf(column: Column | undefined): number {
  if (!column) return 0;
  return column.kind === "category" ? column.codes.length : column.values.length;
}
