import type { TimeZone } from "../../core/data/time-zone";
import type { CsvFormat } from "../../core/data/csv-format";
import { runsAsFormula } from "./formula";

/** Whoever opens a file may split it at another separator: what stands behind one there may be run, too. */
const USUAL_SEPARATORS = /[,;\t]/;
const PLAIN_NUMBER = /^[+-]?[\d.,]+(?:e[+-]?\d+)?$/i;

/** Writes cells of one format, and counts those that it changes. */
export class CellWriter {
  guarded = 0;
  private readonly mustQuote: RegExp;
  private readonly quotedQuote: string;
  private readonly escapes: RegExp;

  /** @param isQuoted whether every cell stands in quotes, also where it need not */
  constructor(
    private readonly format: CsvFormat,
    private readonly isQuoted = false,
  ) {
    const { separator, quote } = format;
    this.mustQuote = new RegExp(`[${escaped(separator)}${escaped(quote)}\\r\\n]`);
    this.quotedQuote = (format.escape ?? quote) + quote;
    this.escapes = new RegExp(`\\\\(?=[\\\\${escaped(quote)}]|$)`, "g");
  }

  /** Text as a cell: as it is, in quotes where it has to be, and where it is guarded with an apostrophe before a formula. */
  text(text: string): string {
    const { guard } = this.format;
    if (guard && runsAsFormula(text)) {
      this.guarded++;
      return this.quotedIfNeeded(`'${text}`);
    }
    return this.quotedIfNeeded(text);
  }

  /** A number as a cell, in the fewest digits that read back as the same number; NaN is empty. */
  number(value: number): string {
    if (Number.isNaN(value)) return this.empty();
    const digits = String(value);
    const localised = this.format.decimal === "." ? digits : digits.replace(".", ",");
    return this.isQuoted || this.mustQuote.test(localised) ? this.inQuotes(localised) : localised;
  }

  /** What an added column holds. */
  value(value: string | number | null): string {
    if (value === null) return this.empty();
    return typeof value === "number" ? this.number(value) : this.text(value);
  }

  /** The quoted form of a cell. */
  inQuotes(text: string): string {
    const { quote, escape } = this.format;
    // What stands before a quote, or before another one of itself, would be taken for the mark that it is.
    const own = escape === undefined || !text.includes(escape) ? text : text.replace(this.escapes, "\\\\");
    return quote + own.replaceAll(quote, this.quotedQuote) + quote;
  }

  private empty(): string {
    return this.isQuoted ? this.inQuotes("") : "";
  }

  private quotedIfNeeded(text: string): string {
    if (this.isQuoted) return this.inQuotes(text);
    const isSplitElsewhere = this.format.guard && USUAL_SEPARATORS.test(text) && !PLAIN_NUMBER.test(text);
    return isSplitElsewhere || this.mustQuote.test(text) ? this.inQuotes(text) : text;
  }
}

/**
 * Epoch milliseconds as ISO 8601 with the zone of their column, if there is one, without a fraction that is zero; the day
 * alone where `day` says so.
 */
export function timeCell(time: number, day: boolean, zone?: TimeZone): string {
  if (Number.isNaN(time)) return "";
  if (Math.abs(time) > 8.64e15) return String(time);
  const iso = new Date(time).toISOString();
  if (day) return iso.slice(0, iso.indexOf("T"));
  return iso.slice(0, iso.endsWith(".000Z") ? -5 : -1) + offsetOf(zone);
}

/** `Z`, `+02:00`; nothing where the times tell no zone. */
function offsetOf(zone: TimeZone | undefined): string {
  if (zone === "none") return "";
  if (typeof zone !== "number" || zone === 0) return "Z";
  const two = (part: number) => String(part).padStart(2, "0");
  return `${zone < 0 ? "-" : "+"}${two(Math.floor(Math.abs(zone) / 60))}:${two(Math.abs(zone) % 60)}`;
}

function escaped(character: string): string {
  return character.replace(/[\\\]^-]/g, "\\$&");
}
