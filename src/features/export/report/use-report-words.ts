import { useMemo } from "react";
import { useDetectorWords } from "../../../ui/use-detector-words";
import { useDialectWords } from "../../../ui/use-dialect-words";
import { useFilterWords } from "../../../ui/use-filter-words";
import { useFormatCell } from "../../../ui/use-format-cell";
import { useInstanceName } from "../../../ui/use-instance-name";
import { useNote } from "../../../ui/use-note";
import { usePlaceWords } from "../../../ui/use-place-words";
import { useReportSentences } from "../../../ui/use-report-sentences";
import { useSettingWords } from "../../../ui/use-setting-words";
import { useTimeWords } from "../../../ui/use-time-words";
import { useUsual } from "../../../ui/use-usual";
import { useWords } from "../../../ui/use-words";
import { formatCount, formatList, formatNames, formatNumber, formatPercent, numberFormat } from "../../../ui/format";

/** All that a report is said with, in the person's language. */
export function useReportWords() {
  const { t, i18n } = useWords("report", "prepare", "inspect", "evaluate", "judge", "detect", "compare", "stability");
  const language = i18n.language;
  const say = useNote();
  const nameOf = useInstanceName();
  const ofDetector = useDetectorWords();
  const dialect = useDialectWords();
  const setting = useSettingWords();
  const reading = useReportSentences();
  const placeOf = usePlaceWords();
  const filters = useFilterWords();
  const formatCell = useFormatCell();
  const usualOf = useUsual();
  const clock = useTimeWords(true);
  const plain = useTimeWords(false);
  return {
    ...useMemo(
      () => ({
        count: (value: number) => formatCount(value, language),
        number: (value: number, digits?: number) => formatNumber(value, language, digits),
        decimals: (value: number) =>
          numberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value),
        list: (items: readonly string[]) => formatList(items, language),
        names: (items: readonly string[]) => formatNames(items, language),
        share: (value: number) => formatPercent(value, language),
      }),
      [language],
    ),
    t,
    language,
    say,
    nameOf,
    ofDetector,
    dialect,
    setting,
    reading,
    placeOf,
    filters,
    formatCell,
    usualOf,
    timeOf: (isClock: boolean) => (isClock ? clock : plain),
  };
}

export type ReportWords = ReturnType<typeof useReportWords>;
