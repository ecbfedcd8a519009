const DATE_OF_UNIX =
  /^\s*\p{L}{2,4},? (\p{L}{3,4}) {1,2}(\d{1,2}) (\d{1,2}:\d{2}:\d{2}(?:\.\d{1,9})?) (?:([A-Z]{3,4}|[+-]\d{4}) )?(\d{4})\s*$/u;
const MAX_LENGTH = 48;

/**
 * `Mon Mar  4 05:06:07 UTC 2024`, as Unix and its libraries print a moment with the year at its end, in the order that
 * other dates have: `4 Mar 2024 05:06:07 UTC`. Null for anything else.
 */
export function dateOfUnix(text: string, start: number, end: number): string | null {
  if (end - start > MAX_LENGTH) return null;
  const found = DATE_OF_UNIX.exec(text.slice(start, end));
  if (!found) return null;
  const [, month, day, clock, zone = "", year] = found;
  return `${day} ${month} ${year} ${clock} ${zone}`;
}
