import { Button, Checkbox, Text, TextInput, Textarea, Title } from "@mantine/core";
import { IconFileText } from "@tabler/icons-react";
import { MAX_HEADING, MAX_REMARKS, reportParts, type ReportPart } from "../../../core/report/report-settings";
import type { DatasetCard, RunResult } from "../../../engine/protocol";
import { useActions, useSession } from "../../../state/use-session";
import { useWords } from "../../../ui/use-words";
import classes from "../export-screen.module.css";
import { exportNameOf } from "../file-name";
import { useExport } from "../use-export";
import { WritingLine } from "../writing-line";
import { useReport } from "./use-report";

interface Props {
  readonly dataset: DatasetCard;
  readonly detector: string;
  readonly result: RunResult;
  readonly isStale: boolean;
}

/** A page for somebody who has neither the app nor the file: a person's words, what it tells, and the way to it. */
export function ReportSection({ dataset, detector, result, isStale }: Props) {
  const { t } = useWords("report");
  const { t: say } = useWords("export");
  const settings = useSession((state) => state.history.present.report);
  const { setReport, settle } = useActions();
  const exporter = useExport();
  const begin = useReport(detector, result, isStale, exportNameOf(dataset.name, "flagged"));
  const name = exportNameOf(dataset.name, "report", "html", result.sampled !== undefined);
  const choose = (part: ReportPart, isTold: boolean) =>
    setReport({ without: reportParts.filter((one) => (one === part ? !isTold : settings.without.includes(one))) });
  return (
    <section className={classes.report} aria-label={t("title")}>
      <div>
        <Title order={3} size="h5">
          {t("title")}
        </Title>
        <Text size="sm" c="dimmed">
          {t("what")}
        </Text>
      </div>
      <div className={classes.reportHalves}>
        <div className={classes.choices}>
          <TextInput
            label={t("heading")}
            placeholder={t("page.heading", { name: dataset.name })}
            maxLength={MAX_HEADING}
            value={settings.heading}
            onChange={({ currentTarget }) => setReport({ heading: currentTarget.value })}
            onBlur={() => settle()}
          />
          <Textarea
            label={t("remarks")}
            description={t("remarks-help")}
            rows={4}
            resize="vertical"
            maxLength={MAX_REMARKS}
            value={settings.remarks}
            onChange={({ currentTarget }) => setReport({ remarks: currentTarget.value })}
            onBlur={() => settle()}
          />
        </div>
        <fieldset className={classes.parts}>
          <legend>{t("parts")}</legend>
          {reportParts.map((part) => (
            <Checkbox
              key={part}
              size="sm"
              label={t(`part.${part}`)}
              checked={!settings.without.includes(part)}
              onChange={({ currentTarget }) => choose(part, currentTarget.checked)}
            />
          ))}
        </fieldset>
      </div>
      <div className={classes.reportEnd}>
        <Button
          leftSection={<IconFileText size={18} aria-hidden />}
          loading={exporter.writing.stage === "writing"}
          onClick={() => exporter.start(begin, name)}
        >
          {t("make")}
        </Button>
        <Text size="xs" c="dimmed" mt={6} className={classes.name ?? ""}>
          {say("saved-as", { name })}
        </Text>
        <Text size="xs" c="dimmed">
          {t("privacy")}
        </Text>
        <WritingLine exporter={exporter} what="report" />
      </div>
    </section>
  );
}
