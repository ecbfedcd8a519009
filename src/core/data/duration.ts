/** A length of time in several units, the larger one first: `1h 2m 3s`, `3d 4h`, `12 min 30 s`, `PT1M30.5S`. */
const PARTS =
  /^(?:P(?=[\dT]))?(?:(\d{1,6})\s?d(?:ays?)?)?[\sT,:]{0,2}(?:(\d{1,6})\s?h(?:(?:ou)?rs?)?)?[\s,:]{0,2}(?:(\d{1,6})\s?m(?:in(?:ute)?s?)?)?[\s,:]{0,2}(?:(\d{1,9}(?:\.\d{1,9})?)\s?s(?:ec(?:ond)?s?)?)?$/i;
const SECONDS = [86_400, 3600, 60, 1] as const;
const MAX_LENGTH = 48;

/** The seconds of a length of time that is written in units; NaN where it is none. */
export function durationOf(cell: string): number {
  const found = cell.length <= MAX_LENGTH && /\d/.test(cell) ? PARTS.exec(cell.trim()) : null;
  if (!found) return Number.NaN;
  return SECONDS.reduce((sum, seconds, at) => sum + seconds * Number(found[at + 1] ?? 0), 0);
}

/** Whether most of the values are lengths of time in units, and some of them in more than one. */
export function areDurations(values: readonly string[]): boolean {
  const read = values.filter((value) => !Number.isNaN(durationOf(value)));
  return read.length * 2 > values.length && read.some((value) => (value.match(/[a-z]+/gi) ?? []).length > 1);
}
