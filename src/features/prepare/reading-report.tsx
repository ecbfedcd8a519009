import { List, Text, Title } from "@mantine/core";
import type { ReadReport } from "../../core/data/read-report";
import { formatCount, formatNumber } from "../../ui/format";
import { useNote } from "../../ui/use-note";
import { useWords } from "../../ui/use-words";

interface Props {
  readonly report: ReadReport;
  readonly columnNames: readonly string[];
}

const MAX_TOLD = 5;

/** What happened while the file was read, in sentences; nothing is dropped in silence. */
export function ReadingReport({ report, columnNames }: Props) {
  const { t, i18n } = useWords("prepare");
  const say = useNote();
  const count = (value: number) => formatCount(value, i18n.language);
  const remarks = [...rowRemarks(), ...nameRemarks(), ...cellRemarks(), ...report.notes.map(say)];

  return (
    <section aria-label={t("report.title")}>
      <Title order={2} size="h4">
        {t("report.title")}
      </Title>
      <Text size="sm" c="dimmed">
        {t("report.read", {
          rows: count(report.rowsKept),
          columns: count(columnNames.length),
          seconds: formatNumber(report.seconds, i18n.language, 2),
        })}
      </Text>
      {remarks.length === 0 ? (
        <Text size="sm" mt={8}>
          {t("report.clean")}
        </Text>
      ) : (
        <List size="sm" mt={8} spacing={4}>
          {remarks.map((remark, at) => (
            <List.Item key={at} style={{ overflowWrap: "anywhere" }}>
              {remark}
            </List.Item>
          ))}
        </List>
      )}
    </section>
  );

  function rowRemarks(): string[] {
    const { rowsSeen, rowsKept, shortRows, longRows, emptyRows } = report;
    const places = (first: readonly number[]) => first.slice(0, MAX_TOLD).map(count).join(", ");
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

  function nameRemarks(): string[] {
    const told = report.renamed
      .slice(0, MAX_TOLD)
      .map(({ column, from, to }) =>
        from.trim() === ""
          ? t("report.unnamed", { column: count(column + 1), to })
          : t("report.renamed", { column: count(column + 1), from, to }),
      );
    return withRest(told, report.renamed.length, "report.moreRenamed");
  }

  function cellRemarks(): string[] {
    const troubled = report.unreadable
      .map((cells, column) => ({ ...cells, column }))
      .filter((cells) => cells.count > 0)
      .sort((a, b) => b.count - a.count);
    const told = troubled.slice(0, MAX_TOLD).map(({ count: cells, examples, column }) =>
      t("report.unreadable", {
        count: cells,
        cells: count(cells),
        column: columnNames[column] ?? count(column + 1),
        examples: examples.map((text) => t("quoted", { text: shortened(text) })).join(", "),
      }),
    );
    return withRest(told, troubled.length, "report.moreUnreadable");
  }

  function withRest(told: string[], all: number, key: "report.moreUnreadable" | "report.moreRenamed"): string[] {
    const rest = all - told.length;
    return rest > 0 ? [...told, t(key, { count: rest, columns: count(rest) })] : told;
  }
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
