import { useLocalStorage } from "@mantine/hooks";
import type { CsvFormat } from "../../engine/protocol";
import { formatForLocale, keptFormat } from "./csv-format";

/** The format of exports; a choice is kept for the next time. */
export function useCsvFormat(): [CsvFormat, (change: Partial<CsvFormat>) => void] {
  const [format, setFormat] = useLocalStorage<CsvFormat>({
    key: "anomaly-explorer:csv-format",
    defaultValue: formatForLocale(navigator.language),
    getInitialValueInEffect: false,
    deserialize: (text) => keptFormat(text) ?? formatForLocale(navigator.language),
  });
  return [format, (change) => setFormat({ ...format, ...change })];
}
