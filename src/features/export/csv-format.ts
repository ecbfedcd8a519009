import { oneOf, truth, wholeOf } from "../../core/project/decoder";
import type { CsvFormat } from "../../engine/protocol";

export const separators = [",", ";", "\t"] as const;
export const decimals = [".", ","] as const;

/**
 * What a spreadsheet in that language opens with a double click: where the decimal sign is a comma,
 * cells are split at semicolons. The mark for Excel goes with it, so that accents survive.
 */
export function formatForLocale(locale: string): CsvFormat {
  const sign = new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === "decimal")?.value;
  return sign === "," ? { separator: ";", decimal: ",", bom: true } : { separator: ",", decimal: ".", bom: false };
}

const decode = wholeOf<CsvFormat>({ separator: oneOf(separators), decimal: oneOf(decimals), bom: truth });

/** A format kept from an earlier visit; null when it is none. */
export function keptFormat(kept: unknown): CsvFormat | null {
  return decode(kept, [], () => undefined) ?? null;
}

/** True when a number with decimals holds the separator, so that it must stand in quotes. */
export function quotesNumbers({ separator, decimal }: CsvFormat): boolean {
  return separator === decimal;
}
