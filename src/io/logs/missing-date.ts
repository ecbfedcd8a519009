import { daysFromCivil, MS_PER_DAY } from "../../core/data/civil-time";
import { monthOf } from "../../core/data/month-names";

const MONTHS_IN_YEAR = 12;
/** A log that goes back by more than this went on to the next year, or the next day. */
const HALF_YEAR = 6;
const HALF_DAY_MINUTES = 12 * 60;

/**
 * Puts the year before times that are written without it, or the day. `date` (2024-05-01) is that of the first line;
 * where the times jump back by half a year, or half a day, the next one has begun.
 */
export function dateFiller(part: "year" | "day", date: string): (time: string) => string {
  let [year = 1970, month = 1, day = 1] = date.split("-").map(Number);
  let last = -Infinity;
  let hasTurned = false;
  if (part === "day")
    return (time) => {
      const [hours = 0, minutes = 0] = time.split(":").map(Number);
      const now = hours * 60 + minutes;
      if (now < last - HALF_DAY_MINUTES) [year, month, day] = dayAfter(year, month, day);
      last = now;
      return `${year}-${two(month)}-${two(day)} ${time}`;
    };
  return (time) => {
    const found = /^(?:(\d\d)-(\d\d)|([A-Za-z]{3}) +(\d{1,2})) (.*)$/.exec(time);
    if (!found) return time;
    const now = found[1] === undefined ? monthOf((found[3] ?? "").toLowerCase()) : Number(found[1]);
    const isNext = now <= last - HALF_YEAR;
    if (isNext) year++;
    // A straggler of December that comes after the first lines of January is of the old year.
    const isLate = hasTurned && last === 1 && now === MONTHS_IN_YEAR;
    hasTurned ||= isNext;
    if (!isLate) last = now;
    return `${isLate ? year - 1 : year}-${two(now)}-${two(Number(found[2] ?? found[4]))} ${found[5] ?? ""}`;
  };
}

/**
 * The day, or year, that the first line has where the last one was written at `written` (epoch milliseconds): a first
 * line that would lie after it is of the year before.
 */
export function firstDate(part: "year" | "day", first: string, written: number): string {
  const date = new Date(written);
  if (part === "day") return date.toISOString().slice(0, 10);
  const year = date.getUTCFullYear();
  const filled = /^(\d{4})-(\d\d)-(\d\d)/.exec(dateFiller("year", `${year}-01-01`)(first));
  const days = daysFromCivil(year, Number(filled?.[2] ?? 1), Number(filled?.[3] ?? 1));
  return `${days * MS_PER_DAY > written + MS_PER_DAY ? year - 1 : year}-01-01`;
}

function dayAfter(year: number, month: number, day: number): [number, number, number] {
  if (!Number.isNaN(daysFromCivil(year, month, day + 1))) return [year, month, day + 1];
  return month === MONTHS_IN_YEAR ? [year + 1, 1, 1] : [year, month + 1, 1];
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
