/** A time at the beginning of a line. */
export interface LeadingTime {
  /** As a date that every part of the product reads; what is lacking stands as it was written. */
  readonly text: string;
  /** Where the line goes on. */
  readonly end: number;
  readonly form: TimeForm;
  readonly lacks: "year" | "day" | null;
}

type TimeForm =
  "iso" | "slashes" | "short-year" | "compact" | "month-name" | "weekday" | "month-day" | "clock" | "access";

interface Written {
  readonly form: TimeForm;
  readonly pattern: RegExp;
  readonly lacks: LeadingTime["lacks"];
  /** The same time as `2024-05-01 12:00:00`; absent: as it is written. */
  text?(found: RegExpExecArray): string;
}

const CLOCK_PATTERN = String.raw`\d{1,2}:\d\d:\d\d(?:[.,:]\d{1,9})?`;
const MONTH_PATTERN = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)";

/** From the fullest to the barest: the first that fits is meant. None looks further than the time itself. */
const WRITTEN_FORMS: readonly Written[] = [
  {
    form: "iso",
    lacks: null,
    pattern: sticky(String.raw`\d{4}-\d\d-\d\d[T ]${CLOCK_PATTERN}(?: ?(?:Z|UTC|[+-]\d\d:?\d\d)\b)?`),
  },
  { form: "slashes", lacks: null, pattern: sticky(String.raw`\d{4}[/.]\d\d[/.]\d\d[ -]${CLOCK_PATTERN}`), text: plain },
  {
    form: "short-year",
    lacks: null,
    pattern: sticky(String.raw`(\d\d)/(\d\d)/(\d\d) (${CLOCK_PATTERN})`),
    // As Hadoop and Spark write it; a middle part above 12 can only be the day.
    text: ([, a = "", b = "", c = "", clock = ""]) =>
      Number(b) > 12 ? `20${c}-${a}-${b} ${clock}` : `20${a}-${b}-${c} ${clock}`,
  },
  {
    form: "compact",
    lacks: null,
    pattern: sticky(String.raw`(\d\d)?(\d\d)(\d\d)(\d\d) (\d\d)(\d\d)(\d\d)\b`),
    text: ([, century = "20", year, month, day, hour, minute, second]) =>
      `${century}${year ?? ""}-${month ?? ""}-${day ?? ""} ${hour ?? ""}:${minute ?? ""}:${second ?? ""}`,
  },
  {
    form: "compact",
    lacks: null,
    pattern: sticky(String.raw`(\d{4})(\d\d)(\d\d)[ T-](${CLOCK_PATTERN})`),
    text: ([, year, month, day, clock]) => `${year ?? ""}-${month ?? ""}-${day ?? ""} ${clock ?? ""}`,
  },
  { form: "slashes", lacks: null, pattern: sticky(String.raw`\d\d[/.]\d\d[/.]\d{4} ${CLOCK_PATTERN}(?: [AP]M)?`) },
  {
    form: "access",
    lacks: null,
    pattern: sticky(String.raw`\d{1,2}/${MONTH_PATTERN}/\d{4}[: ]${CLOCK_PATTERN}(?: [+-]\d{4})?`),
  },
  { form: "access", lacks: null, pattern: sticky(String.raw`\d{1,2}-${MONTH_PATTERN}-\d{4} ${CLOCK_PATTERN}`) },
  {
    form: "weekday",
    lacks: null,
    pattern: sticky(String.raw`[A-Z][a-z]{2} (${MONTH_PATTERN}) +(\d{1,2}) (${CLOCK_PATTERN}) (\d{4})`),
    text: ([, month, day, clock, year]) => `${day ?? ""} ${month ?? ""} ${year ?? ""} ${clock ?? ""}`,
  },
  {
    form: "month-name",
    lacks: null,
    pattern: sticky(String.raw`${MONTH_PATTERN} +\d{1,2},? \d{4},? ${CLOCK_PATTERN}(?: [AP]M)?`),
  },
  { form: "month-name", lacks: "year", pattern: sticky(String.raw`${MONTH_PATTERN} +\d{1,2} ${CLOCK_PATTERN}`) },
  { form: "month-day", lacks: "year", pattern: sticky(String.raw`\d\d-\d\d ${CLOCK_PATTERN}`) },
  { form: "clock", lacks: "day", pattern: sticky(CLOCK_PATTERN) },
];

/** The time that stands at `at`; null where there is none. */
export function leadingTime(line: string, at = 0): LeadingTime | null {
  for (const { form, pattern, lacks, text } of WRITTEN_FORMS) {
    pattern.lastIndex = at;
    const found = pattern.exec(line);
    if (!found || /[\d:]/.test(line.charAt(pattern.lastIndex))) continue;
    return { text: withPoint(text?.(found) ?? found[0]), end: pattern.lastIndex, form, lacks };
  }
  return null;
}

function plain([whole]: RegExpExecArray): string {
  return whole.replace(/[/.](\d\d)[/.](\d\d)[ -]/, "-$1-$2 ");
}

/** Loggers put a comma or a colon before the milliseconds. */
function withPoint(text: string): string {
  return text.replace(/(:\d\d:\d\d)[,:](\d)/, "$1.$2");
}

function sticky(source: string): RegExp {
  return new RegExp(source, "y");
}
