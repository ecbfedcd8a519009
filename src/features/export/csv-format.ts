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

/** A format kept from an earlier visit; null when it is none. */
export function keptFormat(text: string | undefined): CsvFormat | null {
  try {
    const found: unknown = JSON.parse(text ?? "null");
    if (typeof found !== "object" || found === null) return null;
    const separator = separators.find((one) => "separator" in found && found.separator === one);
    const decimal = decimals.find((one) => "decimal" in found && found.decimal === one);
    if (!separator || !decimal || !("bom" in found) || typeof found.bom !== "boolean") return null;
    return { separator, decimal, bom: found.bom };
  } catch {
    return null;
  }
}

/** True when a number with decimals holds the separator, so that it must stand in quotes. */
export function quotesNumbers({ separator, decimal }: CsvFormat): boolean {
  return separator === decimal;
}
