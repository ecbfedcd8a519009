import { List, Text, Title } from "@mantine/core";
import { useMemo } from "react";
import type { ReadReport } from "../../core/data/read-report";
import { columnRemarks, isAsItStands } from "../../core/remarks/column-remarks";
import { madeRemarks } from "../../core/remarks/made-remarks";
import type { Remark } from "../../core/remarks/remark";
import type { DatasetCard } from "../../engine/protocol";
import { useAsides } from "../../state/use-asides";
import { useLeaks } from "../../state/use-leaks";
import { formatCount, formatNumber } from "../../ui/format";
import { useCounted } from "../../ui/use-counted";
import { useWords } from "../../ui/use-words";
import { ColumnRemark } from "./column-remark";
import classes from "./data-panel.module.css";
import { LinesAside } from "./lines-aside";
import { ZoneLines } from "./zone-lines";
import { useReportSentences } from "../../ui/use-report-sentences";

interface Props {
  readonly report: ReadReport;
  readonly dataset: DatasetCard;
}

/** What happened while the file was read, in sentences, with what a click can do about it; nothing is dropped in silence. */
export function ReadingReport({ report, dataset }: Props) {
  const { t, i18n } = useWords("prepare");
  const counted = useCounted();
  const { columns } = dataset;
  const sentences = useReportSentences()(
    report,
    columns.map(({ name }) => name),
  );
  const asides = useAsides();
  const leaks = useLeaks();
  const remarks = useMemo(
    () => [...columnRemarks(dataset), ...madeRemarks(dataset.columns, report.notes)],
    [dataset, report.notes],
  );

  return (
    <section aria-label={t("report.title")}>
      <Title order={2} size="h4">
        {t("report.title")}
      </Title>
      <Text size="sm" c="dimmed">
        {t("report.read", {
          rows: counted("rows", report.rowsKept),
          columns: counted("columns", columns.length),
          seconds: formatNumber(report.seconds, i18n.language, 2),
        })}
      </Text>
      <ZoneLines columns={columns} />
      {leaks.length === 0 && isAsItStands(report, dataset, asides) && (
        <Text size="sm" mt={8}>
          {t("report.clean")}
        </Text>
      )}
      <List size="sm" mt={8} spacing={4}>
        {sentences.map((sentence, at) => (
          <List.Item key={at} className={classes.remark}>
            {sentence}
          </List.Item>
        ))}
        <Remarks remarks={leaks} more="report.moreLeaks" />
        <Remarks remarks={remarks} more="report.moreRead" />
        <Remarks remarks={asides} more="report.moreAside" />
      </List>
      <LinesAside lines={report.linesAside ?? []} />
    </section>
  );
}

const MAX_TOLD = 8;

function Remarks({ remarks, more }: { readonly remarks: readonly Remark[]; readonly more: MoreKey }) {
  const { t, i18n } = useWords("prepare");
  const rest = remarks.length - MAX_TOLD;
  return (
    <>
      {remarks.slice(0, MAX_TOLD).map((remark) => (
        <ColumnRemark key={`${remark.why.code} ${remark.columns.join()}`} remark={remark} />
      ))}
      {rest > 0 && <List.Item>{t(more, { count: rest, columns: formatCount(rest, i18n.language) })}</List.Item>}
    </>
  );
}

type MoreKey = "report.moreRead" | "report.moreAside" | "report.moreLeaks";
