import type { Dialect } from "../../core/data/dialect";
import { oneOf, partOf, truth } from "../../core/project/decoder";
import type { CsvFormat } from "../../engine/protocol";

export const separators = [",", ";", "\t"] as const;
export const decimals = [".", ","] as const;
const USUAL_QUOTE = '"';

/** What a person chose of the format of exports, whatever file is open; what is absent is as in the file. */
export interface CsvChoice {
  readonly separator?: (typeof separators)[number] | "as-in-file";
  readonly decimal?: (typeof decimals)[number] | "as-in-file";
  readonly bom?: boolean;
  readonly guard?: boolean;
}

/**
 * What a spreadsheet in that language opens with a double click: where the decimal sign is a comma,
 * cells are split at semicolons. The mark for Excel goes with it, so that accents survive.
 */
export function formatForLocale(locale: string): CsvFormat {
  const sign = new Intl.NumberFormat(isLanguage(locale) ? locale : undefined)
    .formatToParts(1.5)
    .find(({ type }) => type === "decimal")?.value;
  const plain = { quote: USUAL_QUOTE, guard: true };
  return sign === ","
    ? { ...plain, separator: ";", decimal: ",", bom: true }
    : { ...plain, separator: ",", decimal: ".", bom: false };
}

/** Not so of what a browser may take from a system whose language is set to none, such as "C": it would throw. */
function isLanguage(locale: string): boolean {
  try {
    return Intl.getCanonicalLocales(locale).length > 0;
  } catch {
    return false;
  }
}

/** How a file is written, as far as an export follows it; of one that is no text what the language is used to. */
export function formatOfFile(dialect: Dialect | null, locale: string): CsvFormat {
  const usual = formatForLocale(locale);
  if (!dialect) return usual;
  const { delimiter, decimal, quote, escape } = dialect;
  // A blank behind the mark is for the eye.
  const mark = delimiter.trimEnd() || delimiter;
  // Between blanks there is no room for a cell without a value.
  const separator = mark.length === 1 && mark !== " " ? mark : "\t";
  return {
    ...usual,
    separator,
    decimal,
    quote: quote.length === 1 && quote !== separator ? quote : USUAL_QUOTE,
    ...(escape === "\\" && { escape }),
  };
}

/** The format of an export: that of the file, but for what a person chose. */
export function chosenFormat(ofFile: CsvFormat, { separator, decimal, bom, guard }: CsvChoice): CsvFormat {
  return {
    ...ofFile,
    ...(separator && separator !== "as-in-file" && { separator }),
    ...(decimal && decimal !== "as-in-file" && { decimal }),
    ...(bom !== undefined && { bom }),
    ...(guard !== undefined && { guard }),
  };
}

const decode = partOf<Required<CsvChoice>>({
  separator: oneOf([...separators, "as-in-file"]),
  decimal: oneOf([...decimals, "as-in-file"]),
  bom: truth,
  guard: truth,
});

/** Choices kept from an earlier visit, as far as they are lawful. */
export function keptChoice(kept: unknown): CsvChoice {
  return decode(kept, [], () => undefined) ?? {};
}

/** True when a number with decimals holds the separator, so that it must stand in quotes. */
export function quotesNumbers({ separator, decimal }: CsvFormat): boolean {
  return separator === decimal;
}
