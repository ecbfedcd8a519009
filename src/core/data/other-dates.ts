const DATE_OF_UNIX =
  /^\p{L}{2,4},? (\p{L}{3,4}) {1,2}(\d{1,2}) (\d{1,2}:\d{2}:\d{2}(?:\.\d{1,9})?) (?:([A-Z]{3,4}(?:[+-]\d{2}:?\d{2})?|[+-]\d{4}) )?(\d{4})$/u;
const DATE_OF_AN_ERA = /^(令和|平成|昭和) ?(元|\d{1,2})年(.*)$/;
/** The year before the first one of an era. */
const YEAR_BEFORE_ERA: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988, 昭和: 1925 };
const DATE_OF_DOTNET = /^\/Date\((-?\d{1,15})(?:[+-]\d{4})?\)\/$/;
const MAX_LENGTH = 48;

/**
 * Dates that begin with something else than others do, in the order that those have: `Mon Mar  4 05:06:07 UTC 2024`, as Unix
 * and its libraries print a moment with the year at its end, is `4 Mar 2024 05:06:07 UTC`; `令和6年3月4日` is `2024年3月4日`;
 * `/Date(1709528767000)/` is an ISO time. Null for anything else.
 */
export function otherDate(text: string, start: number, end: number): string | null {
  if (end - start > MAX_LENGTH) return null;
  const cell = text.slice(start, end).trim();
  const unix = DATE_OF_UNIX.exec(cell);
  if (unix) {
    const [, month, day, clock, zone = "", year] = unix;
    return `${day} ${month} ${year} ${clock} ${zone}`;
  }
  const era = DATE_OF_AN_ERA.exec(cell);
  if (era) return `${(YEAR_BEFORE_ERA[era[1] ?? ""] ?? 0) + (era[2] === "元" ? 1 : Number(era[2]))}年${era[3]}`;
  const dotnet = DATE_OF_DOTNET.exec(cell);
  return dotnet ? new Date(Number(dotnet[1])).toISOString() : null;
}
