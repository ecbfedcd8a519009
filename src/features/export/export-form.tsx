import { Alert, Button, Select, Text, Title } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { coreKindOf } from "../../core/kinds/kinds";
import { EXCEL_LIMITS } from "../../core/data/excel-limits";
import type { DatasetCard, ExportRequest, RunResult, Sampled } from "../../engine/protocol";
import { namedInstance } from "../../state/catalogue";
import { thresholdRuleOf } from "../../state/choices";
import { thresholdOf } from "../../state/threshold";
import { useKindScreens } from "../../state/use-kind-screens";
import { rerunsOf } from "../../state/stability";
import { useSession, useStart } from "../../state/use-session";
import { formatCount } from "../../ui/format";
import { useInstanceName } from "../../ui/use-instance-name";
import { useWords } from "../../ui/use-words";
import { AddedColumns } from "./added-columns";
import { ExportPreview } from "./export-preview";
import classes from "./export-screen.module.css";
import { exportNameOf } from "./file-name";
import { AboutFile, FileChoice } from "./file-choice";
import { FormatChoices } from "./format-choices";
import { GuardSwitch } from "./guard-switch";
import { cleaningOf, RowChoices } from "./row-choice";
import { ToldChoices, type Told } from "./told-choices";
import { HandOver } from "./hand-over";
import { useCsvFormat } from "./use-csv-format";
import { useExport } from "./use-export";
import { addedColumnsOf, useChangeWords, useExportWords } from "./use-export-words";
import { useFlagColumns } from "./use-flag-columns";
import { useRowChoice } from "./use-row-choice";
import { useFileKind } from "./use-file-kind";
import { useMarkColumns } from "./use-mark-columns";
import { WritingLine } from "./writing-line";

interface Props {
  readonly dataset: DatasetCard;
  readonly detector: string;
  /** Ids of the detectors that have a result. */
  readonly detectors: readonly string[];
  readonly result: RunResult;
  readonly isStale: boolean;
  onDetector(id: string): void;
}

/** The choices of an export on the left, what comes of them on the right. */
export function ExportForm({ dataset, detector, detectors, result, isStale, onDetector }: Props) {
  const { t, i18n } = useWords("export");
  const { choice, rows, shown, choose: setRows } = useRowChoice();
  const [told, setTold] = useState<Told>({ reasons: true, others: false, marks: true });
  const flagsOf = useFlagColumns(detector);
  const markColumns = useMarkColumns();
  const [file, setFile] = useFileKind();
  const ofFormat = useCsvFormat();
  const { format } = ofFormat;
  // The file may be gone or changed: then what was read of it is all that there is.
  const [asReadOf, setAsReadOf] = useState<string | null>(null);
  const cells = asReadOf === dataset.id ? "as-read" : "as-written";
  const threshold = useSession(({ history }) => thresholdOf(result, thresholdRuleOf(history.present, detector)));
  const hasStability = useSession((state) => rerunsOf(state, result)?.status === "done");
  const { Exports } = useKindScreens(result.request.recipe.rowKind);
  const words = useExportWords();
  const changeWords = useChangeWords();
  const cleaning = cleaningOf(choice);
  const exporter = useExport();
  const start = useStart();
  const request = useMemo<ExportRequest>(
    () => ({
      dataset: dataset.id,
      run: result.key,
      threshold: threshold.value,
      rows,
      ...(file !== "csv" && { file }),
      format,
      words,
      cells,
      ...(hasStability && { stability: threshold.rule }),
      ...(told.others && { flagsOf }),
      ...(told.marks && markColumns && { marks: markColumns }),
      ...(!told.reasons && { withoutReasons: true }),
      ...(cleaning && { clean: { how: cleaning, words: changeWords } }),
    }),
    [
      dataset.id,
      result.key,
      threshold,
      rows,
      file,
      format,
      words,
      cells,
      hasStability,
      told,
      flagsOf,
      markColumns,
      cleaning,
      changeWords,
    ],
  );
  const name = exportNameOf(dataset.name, choice, file, result.sampled !== undefined);
  const download = (what: ExportRequest) => exporter.start((onProgress) => start("exportRows", what, onProgress), name);
  const all = dataset.rowCount;
  const counts = {
    shown: shown ?? 0,
    flagged: threshold.count,
    all,
    unflagged: all - threshold.count,
    emptied: all,
    expected: all,
  };
  const count = counts[choice];
  const others = told.others ? flagsOf.length : 0;
  const added = { hasStability, hasReasons: told.reasons, hasMarks: told.marks && markColumns !== null };
  const columns = dataset.columns.length + (cleaning ? 0 : addedColumnsOf(added).length + others);
  const fits = file !== "xlsx" || columns <= EXCEL_LIMITS.columns;

  return (
    <>
      {isStale && (
        <Alert color="yellow" title={t("stale.title")}>
          {t("stale.what")}
        </Alert>
      )}
      {!isStale && result.sampled && <SampledAlert sampled={result.sampled} />}
      <div className={classes.halves}>
        <div className={classes.choices}>
          {detectors.length > 1 && <DetectorChoice value={detector} detectors={detectors} onChange={onDetector} />}
          <RowChoices
            value={choice}
            flagged={threshold.count}
            all={all}
            shown={shown}
            canClean={coreKindOf(result.request.recipe.rowKind).preparesColumns}
            onChange={setRows}
          />
          {!cleaning && (
            <ToldChoices
              told={told}
              hasOthers={flagsOf.length > 0}
              hasMarks={markColumns !== null}
              onChange={(change) => setTold({ ...told, ...change })}
            />
          )}
          <Title order={3} size="h5">
            {t("format.title")}
          </Title>
          <FileChoice value={file} onChange={setFile} />
          {file === "csv" ? (
            <FormatChoices
              of={ofFormat}
              guard={
                <GuardSwitch isOn={format.guard} request={request} onChange={(guard) => ofFormat.choose({ guard })} />
              }
            />
          ) : (
            <AboutFile request={request} rows={count} columns={columns} />
          )}
          <div>
            <Button
              size="md"
              fullWidth
              leftSection={<IconDownload size={20} aria-hidden />}
              disabled={count === 0 || !fits}
              loading={exporter.writing.stage === "writing"}
              onClick={() => download(request)}
            >
              {t("download", { count, formatted: formatCount(count, i18n.language) })}
            </Button>
            <Text size="xs" c="dimmed" mt={6} className={classes.name ?? ""}>
              {t("saved-as", { name })}
            </Text>
          </div>
          <WritingLine
            exporter={exporter}
            onAsRead={() => {
              setAsReadOf(dataset.id);
              download({ ...request, cells: "as-read" });
            }}
          />
          {Exports && <Exports request={request} result={result} count={count} name={dataset.name} />}
          <HandOver key={result.key} detector={detector} result={result} threshold={threshold} file={dataset.name} />
        </div>
        <div className={classes.outcome}>
          {(cells === "as-read" || ofFormat.isPutTogether) && (
            <Text size="sm" role="note">
              {t(ofFormat.isPutTogether ? "as-read.put-together" : "as-read.what")}
            </Text>
          )}
          <ExportPreview request={request} />
          {!cleaning && <AddedColumns {...added} />}
        </div>
      </div>
    </>
  );
}

function SampledAlert({ sampled: { rows, of } }: { readonly sampled: Sampled }) {
  const { t, i18n } = useWords("export");
  const values = { rows: formatCount(rows, i18n.language), of: formatCount(of, i18n.language) };
  return (
    <Alert color="yellow" title={t("sampled.title", values)}>
      {t("sampled.what")}
    </Alert>
  );
}

interface DetectorChoiceProps {
  readonly value: string;
  readonly detectors: readonly string[];
  onChange(id: string): void;
}

function DetectorChoice({ value, detectors, onChange }: DetectorChoiceProps) {
  const { t } = useWords("export");
  const nameOf = useInstanceName();
  return (
    <Select
      label={t("detector")}
      allowDeselect={false}
      data={detectors.map((id) => ({ value: id, label: nameOf(namedInstance(id)) }))}
      value={value}
      onChange={(id) => id !== null && onChange(id)}
    />
  );
}
