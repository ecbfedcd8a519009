/** Numbers, times and lists as people write them: few digits, grouped, units apart where the language sets words apart. */
import { gapOf } from "./script";

const missing = "–";
const thinSpace = "\u202f";

const formatters = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat | Intl.ListFormat>();

/** A formatter of the browser, kept: making one takes longer than using it a thousand times. */
export function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `n${locale}${JSON.stringify(options)}`;
  const known = formatters.get(key);
  if (known instanceof Intl.NumberFormat) return known;
  const made = new Intl.NumberFormat(locale, options);
  formatters.set(key, made);
  return made;
}

/** A moment of the person's own clock, such as when something was saved, as the language writes it. */
export function formatMoment(epoch: number, locale: string, options: Intl.DateTimeFormatOptions): string {
  return dateFormat(locale, options).format(epoch);
}

function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `d${locale}${JSON.stringify(options)}`;
  const known = formatters.get(key);
  if (known instanceof Intl.DateTimeFormat) return known;
  const made = new Intl.DateTimeFormat(locale, options);
  formatters.set(key, made);
  return made;
}

/** Values of columns have their thousands grouped from five digits on: a year is a year wherever it is shown. */
const GROUPED_LATE = { useGrouping: "min2" } as const;

/**
 * A measured number in about `digits` significant digits: 12,480; 1921; 0.0031; 3.2 M; 1.2e-7; 1e308.
 * NaN is a dash, infinities are signed ∞.
 */
export function formatNumber(value: number, locale = "en", digits = 3): string {
  if (Number.isNaN(value)) return missing;
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "−∞";
  const size = Math.abs(value);
  if (size === 0) return "0";
  if (size >= 1e15 || size < 1e-4) return scientific(value, locale, digits);
  if (size >= 999_999.5) return compact(value, locale, digits);
  const whole = Math.floor(Math.log10(size)) + 1;
  return numberFormat(locale, { ...GROUPED_LATE, maximumSignificantDigits: Math.max(digits, whole, 1) }).format(value);
}

/** A number of a cell, told from its neighbours: whole ones in full, others in at least `digits` significant digits. */
export function formatCellNumber(value: number, locale = "en", digits = 6): string {
  const size = Math.abs(value);
  if (size < 999_999.5 || size >= 1e15 || Number.isNaN(value)) return formatNumber(value, locale, digits);
  return numberFormat(locale, { maximumFractionDigits: 2 }).format(value);
}

function scientific(value: number, locale: string, digits: number): string {
  const options = { notation: "scientific", maximumSignificantDigits: digits } as const;
  return numberFormat(locale, options).format(value).replace("E", "e");
}

function compact(value: number, locale: string, digits: number): string {
  const gap = gapOf(locale) && thinSpace;
  const parts = numberFormat(locale, { notation: "compact", maximumSignificantDigits: digits }).formatToParts(value);
  return parts
    .map((part, at) => (part.type === "compact" && parts[at - 1]?.type !== "literal" ? gap : "") + part.value)
    .join("");
}

/** A whole number in full, grouped: 1,000,000. */
export function formatCount(count: number, locale = "en"): string {
  return Number.isFinite(count) ? numberFormat(locale, { maximumFractionDigits: 0 }).format(count) : missing;
}

/**
 * A share of 1 as percent: 12 %, 1.6 %, 0.042 %; "<0.01 %" and ">99.9 %" rather than a false 0 or 100. Chinese sets the
 * sign at its number: 12%.
 */
export function formatPercent(share: number, locale = "en"): string {
  if (!Number.isFinite(share)) return missing;
  const percent = share * 100;
  const size = Math.abs(percent);
  const sign = `${gapOf(locale) && thinSpace}%`;
  if (size > 0 && size < 0.01) return `<${plain(0.01, locale)}${sign}`;
  if (size > 99.9 && size < 100) return `>${plain(99.9, locale)}${sign}`;
  const rounded = size < 1 ? Number(percent.toPrecision(2)) : Math.round(percent * 10) / 10;
  return `${plain(rounded, locale)}${sign}`;
}

/** A sentence whose percent signs stay on the line of their numbers, as `formatPercent` keeps them. */
export function joinPercents(sentence: string): string {
  return sentence.replaceAll(" %", `${thinSpace}%`);
}

function plain(value: number, locale: string): string {
  return numberFormat(locale, { maximumFractionDigits: 3 }).format(value);
}

/** Epoch milliseconds as a UTC date; the time of day only where there is one, seconds only where they count. */
export function formatTime(epoch: number, locale = "en"): string {
  if (Number.isNaN(new Date(epoch).getTime())) return missing;
  const day = { year: "numeric", month: "short", day: "numeric", timeZone: "UTC" } as const;
  if (epoch % 86_400_000 === 0) return dateFormat(locale, day).format(epoch);
  const clock = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  const seconds = epoch % 60_000 === 0 ? {} : ({ second: "2-digit" } as const);
  return dateFormat(locale, { ...day, ...clock, ...seconds }).format(epoch);
}

/** Names in a row as the language sets them, without a last "and": "a, b, c"; in Chinese "a、b、c". */
export function formatNames(names: readonly string[], locale = "en"): string {
  const [, comma] = listFormat(locale).formatToParts(["a", "b", "c"]);
  return names.join(comma?.value ?? ", ");
}

/** Names in a row with an "and" before the last: "a, b, and c"; in Chinese "a、b和c". */
export function formatList(names: readonly string[], locale = "en"): string {
  return listFormat(locale).format(names);
}

/** Parts of one sentence, each of which could stand alone: "a; b"; in Chinese "a；b". */
export function joinClauses(clauses: readonly string[], locale = "en"): string {
  return clauses.join(gapOf(locale) === "" ? "；" : "; ");
}

function listFormat(locale: string): Intl.ListFormat {
  const key = `l${locale}`;
  const known = formatters.get(key);
  if (known instanceof Intl.ListFormat) return known;
  const made = new Intl.ListFormat(locale, { type: "conjunction" });
  formatters.set(key, made);
  return made;
}

/** What was said as a sentence: `close` ends it, unless it is one already. */
export function asSentence(said: string, close: (said: string) => string): string {
  return /[.!?。！？]$/.test(said) ? said : close(said);
}

/** Sentences one after the other; languages without blanks between words have none between sentences. */
export function joinSentences(sentences: readonly string[], locale = "en"): string {
  return sentences.filter(Boolean).join(gapOf(locale));
}
