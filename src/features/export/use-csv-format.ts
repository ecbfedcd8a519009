import type { CsvFormat } from "../../engine/protocol";
import { useKept } from "../../state/use-kept";
import { formatForLocale, keptFormat } from "./csv-format";

/** The format of exports; a choice is kept for the next time. */
export function useCsvFormat(): [CsvFormat, (change: Partial<CsvFormat>) => void] {
  const [format, setFormat] = useKept("csv-format", formatIn);
  return [format, (change) => setFormat({ ...format, ...change })];
}

function formatIn(kept: unknown): CsvFormat {
  return keptFormat(kept) ?? formatForLocale(navigator.language);
}
