import { useMemo } from "react";
import type { CsvFormat } from "../../engine/protocol";
import { useKept } from "../../state/use-kept";
import { useSession } from "../../state/use-session";
import { scriptOf } from "../../ui/script";
import { useWords } from "../../ui/use-words";
import { chosenFormat, formatOfFile, keptChoice, separators, type CsvChoice } from "./csv-format";

export interface FormatOfExports {
  readonly format: CsvFormat;
  readonly choice: CsvChoice;
  /** What is written where the open file is no text, chosen or not. */
  readonly usual: CsvChoice;
  /** Whether the open file is text, so that there is a way of writing to follow. */
  readonly hasOwn: boolean;
  /** Whether the table was put together from several files, so that none of them holds its rows as they are. */
  readonly isPutTogether: boolean;
  /** Kept for the next time, whatever file is open then. */
  choose(change: CsvChoice): void;
}

/** The format of exports: as the open file is written, but for what was chosen. */
export function useCsvFormat(): FormatOfExports {
  const [choice, keep] = useKept("csv-format", keptChoice);
  const plan = useSession(({ history }) => history.present.plan);
  const dialect = plan?.format === "delimited" ? plan.settings : null;
  const { i18n } = useWords("export");
  const { language } = i18n;
  const format = useMemo(() => {
    const ofFile = formatOfFile(dialect, navigator.language);
    // The names of the added columns are in the person's language: without a mark Excel spoils other scripts.
    return chosenFormat({ ...ofFile, bom: ofFile.bom || scriptOf(language) !== "Latn" }, choice);
  }, [dialect, choice, language]);
  const usual: CsvChoice = {
    separator: separators.find((one) => one === format.separator) ?? ",",
    decimal: format.decimal,
  };
  return {
    format,
    usual,
    choice,
    hasOwn: dialect !== null,
    isPutTogether: plan?.format === "several",
    choose: (change) => keep({ ...choice, ...change }),
  };
}
