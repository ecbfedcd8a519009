import { SegmentedControl, Text } from "@mantine/core";
import { EXCEL_LIMITS } from "../../core/data/excel-limits";
import type { ExportRequest, FileKind } from "../../engine/protocol";
import { formatCount } from "../../ui/format";
import { useWords } from "../../ui/use-words";
import { useCellCount } from "./use-cell-count";
import { fileKinds } from "./use-file-kind";

interface Props {
  readonly value: FileKind;
  onChange(kind: FileKind): void;
}

/** What the rows are written as. */
export function FileChoice({ value, onChange }: Props) {
  const { t } = useWords("export");
  return (
    <SegmentedControl
      fullWidth
      aria-label={t("file.label")}
      data={fileKinds.map((kind) => ({ value: kind, label: t(`file.${kind}`) }))}
      value={value}
      onChange={onChange}
    />
  );
}

interface OfFileProps {
  readonly request: ExportRequest;
  /** Rows and columns of the export. */
  readonly rows: number;
  readonly columns: number;
}

/** What becomes of cells in a file that is no text, and what of them it cannot hold: said before it is written. */
export function AboutFile({ request, rows, columns }: OfFileProps) {
  const { t, i18n } = useWords("export");
  const isExcel = request.file === "xlsx";
  const long = useCellCount(request, isExcel ? "long-cells" : null) ?? 0;
  const count = (value: number) => formatCount(value, i18n.language);
  if (!isExcel) return <Words>{t("file.parquet-what")}</Words>;
  return (
    <>
      <Words>{t("file.xlsx-what")}</Words>
      {columns > EXCEL_LIMITS.columns && (
        <Words isWarning>
          {t("file.xlsx-columns", { columns: count(columns), limit: count(EXCEL_LIMITS.columns) })}
        </Words>
      )}
      {rows > EXCEL_LIMITS.rows && <Words isWarning>{t("file.xlsx-rows", { limit: count(EXCEL_LIMITS.rows) })}</Words>}
      {long > 0 && (
        <Words isWarning>
          {t("file.xlsx-long", { count: long, formatted: count(long), limit: count(EXCEL_LIMITS.characters) })}
        </Words>
      )}
    </>
  );
}

function Words({ children, isWarning = false }: { readonly children: string; readonly isWarning?: boolean }) {
  return (
    <Text size="sm" {...(isWarning ? { role: "note", fw: 600 } : { c: "dimmed" })}>
      {children}
    </Text>
  );
}
