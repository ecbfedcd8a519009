import { isOfLimits } from "../core/remarks/made-remarks";
import type { CellsMet, ReadReport } from "../core/data/read-report";
import { formatCount, formatNames } from "./format";
import { useNote } from "./use-note";
import { useWords } from "./use-words";

const MAX_TOLD = 5;

/** What happened to rows, names and cells while a file was read, in sentences. */
export function useReportSentences(): (report: ReadReport, columnNames: readonly string[]) => readonly string[] {
  const { t, i18n } = useWords("prepare");
  const say = useNote();
  const count = (value: number) => formatCount(value, i18n.language);
  return (report, columnNames) => [
    ...rowRemarks(report),
    ...nameRemarks(report),
    ...cellRemarks(report.unreadable, "unreadable", columnNames),
    ...cellRemarks(report.emptied ?? [], "emptied", columnNames),
    // Limits are told with what can be made of them.
    ...report.notes.filter((note) => !isOfLimits(note)).map(say),
  ];

  function rowRemarks(report: ReadReport): string[] {
    const { rowsSeen, rowsKept, shortRows, longRows, emptyRows } = report;
    const places = (first: readonly number[]) => formatNames(first.slice(0, MAX_TOLD).map(count), i18n.language);
    const remarks: string[] = [];
    if (rowsKept < rowsSeen) remarks.push(t("report.sampled", { kept: count(rowsKept), seen: count(rowsSeen) }));
    if (shortRows.count > 0)
      remarks.push(
        t("report.short", { count: shortRows.count, rows: count(shortRows.count), where: places(shortRows.first) }),
      );
    if (longRows.count > 0)
      remarks.push(
        t("report.long", { count: longRows.count, rows: count(longRows.count), where: places(longRows.first) }),
      );
    if (emptyRows > 0) remarks.push(t("report.empty", { count: emptyRows, rows: count(emptyRows) }));
    return remarks;
  }

  function nameRemarks(report: ReadReport): string[] {
    const told = report.renamed
      .slice(0, MAX_TOLD)
      .map(({ column, from, to }) =>
        from.trim() === ""
          ? t("report.unnamed", { column: count(column + 1), to })
          : t("report.renamed", { column: count(column + 1), from, to }),
      );
    const rest = report.renamed.length - told.length;
    return rest > 0 ? [...told, t("report.moreRenamed", { count: rest, columns: count(rest) })] : told;
  }

  /** The columns with the most such cells first. */
  function cellRemarks(
    met: readonly CellsMet[],
    what: "unreadable" | "emptied",
    columnNames: readonly string[],
  ): string[] {
    const troubled = met
      .map((cells, column) => ({ ...cells, column }))
      .filter((cells) => cells.count > 0)
      .sort((a, b) => b.count - a.count);
    const told = troubled.slice(0, MAX_TOLD).map(({ count: cells, examples, column }) =>
      t(`report.${what}`, {
        count: cells,
        cells: count(cells),
        column: columnNames[column] ?? count(column + 1),
        examples: formatNames(
          examples.map((text) => t("quoted", { text: shortened(text) })),
          i18n.language,
        ),
      }),
    );
    const rest = troubled.length - told.length;
    const more = what === "unreadable" ? "report.moreUnreadable" : "report.moreEmptied";
    return rest > 0 ? [...told, t(more, { count: rest, columns: count(rest) })] : told;
  }
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
