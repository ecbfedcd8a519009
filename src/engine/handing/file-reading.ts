import type { CsvFormat } from "../../core/data/csv-format";
import { mayBeLevel } from "../../core/data/missing-words";
import type { CellStyle } from "../../core/data/value-parser";
import type { ReadPlan } from "../protocol";

/** How the next file is read, and how rows of this one are written so that they are read likewise. */
export interface FileReading {
  readonly style: CellStyle;
  readonly missingIn: "values" | "everywhere";
  readonly encoding: string;
  readonly header: { readonly first: number; readonly count: number };
  readonly quote: string;
  readonly escape: string;
  readonly format: CsvFormat;
  /** Whether the script reads the format itself; else a file has to be given as one that it reads. */
  readonly isRead: boolean;
}

const PLAIN: FileReading = {
  style: { decimal: ".", thousands: "", missing: [], dateOrder: "day-first" },
  missingIn: "everywhere",
  encoding: "utf-8",
  header: { first: 1, count: 1 },
  quote: '"',
  escape: "",
  format: { separator: ",", quote: '"', decimal: ".", bom: false, guard: false },
  isRead: false,
};
/** Formats that pandas reads as this product does. */
const READ_BY_PANDAS: ReadonlySet<string> = new Set(["parquet"]);

/** The words that mean "no value" among words: there, some of them are words of their own. */
export function missingAmongWords({ style, missingIn }: FileReading): readonly string[] {
  return missingIn === "everywhere" ? style.missing : style.missing.filter((word) => !mayBeLevel(word));
}

/** How a plan reads files, as far as a script can do the same. */
export function fileReadingOf(plan: ReadPlan): FileReading {
  if (plan.format !== "delimited") {
    const settings = plan.settings as Partial<CellStyle & Pick<FileReading, "missingIn">>; // of those that have cells of text
    const style = { ...PLAIN.style, missing: settings.missing ?? [], dateOrder: settings.dateOrder ?? "day-first" };
    return { ...PLAIN, style, missingIn: settings.missingIn ?? "everywhere", isRead: READ_BY_PANDAS.has(plan.format) };
  }
  const { decimal, thousands, missing, dateOrder, missingIn, encoding, header, delimiter, quote, escape } =
    plan.settings;
  const read = { style: { decimal, thousands, missing, dateOrder }, missingIn, encoding, header };
  // Lines that are drawn or blanks that align say where cells end: no single character does.
  if (delimiter.length !== 1) return { ...PLAIN, ...read, format: { ...PLAIN.format, decimal } };
  const escaped = escape === "\\" ? escape : "";
  return {
    ...read,
    quote,
    escape: escaped,
    // Where quotes are ordinary text, no cell needs any.
    format: {
      separator: delimiter,
      quote: quote || '"',
      decimal,
      bom: false,
      guard: false,
      ...(escaped && { escape: escaped }),
    },
    isRead: true,
  };
}
