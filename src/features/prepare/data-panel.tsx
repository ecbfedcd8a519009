import { Text, Title } from "@mantine/core";
import { useMemo } from "react";
import type { Inspection } from "../../engine/protocol";
import { isDelimited } from "../../state/source";
import { useKindScreens } from "../../state/use-kind-screens";
import { useSession } from "../../state/use-session";
import { PreviewGrid } from "../../ui/preview-grid";
import { staleProps } from "../../ui/stale";
import { useWords } from "../../ui/use-words";
import { ArchiveLine } from "./archive-line";
import { ChecksList } from "./checks-list";
import classes from "./data-panel.module.css";
import { DialectList } from "./dialect-list";
import { ReadingReport } from "./reading-report";
import { RowKindLine } from "./row-kind/row-kind-line";
import { SettingsList } from "./settings-list";

/** How the file was read, what happened while reading it, and its first rows; of images, which ones there are. */
export function DataPanel() {
  const { t } = useWords("prepare");
  const reading = useSession((state) => state.reading);
  const dataset = useSession((state) => state.dataset);
  const { Opened } = useKindScreens();
  const inspection = "inspection" in reading ? reading.inspection : null;
  const report = dataset?.read ?? null;
  if (!inspection || inspection.format === "images")
    return (
      Opened && (
        <div className={classes.panel}>
          <Opened />
        </div>
      )
    );
  const isBusy = reading.stage === "reading";

  return (
    <div className={classes.panel} aria-busy={isBusy}>
      <div className={classes.words}>
        {reading.stage === "open" && reading.archive && <ArchiveLine archive={reading.archive} />}
        {isDelimited(inspection) ? (
          <DialectList inspection={inspection} />
        ) : (
          <SettingsList guesses={inspection.guesses} />
        )}
        {dataset && reading.stage !== "failed" && (
          <div>
            {isBusy && (
              <Text size="sm" role="status">
                {t("data.readingAgain")}
              </Text>
            )}
            <div {...staleProps(isBusy)}>
              {report && report.format !== "images" && <ReadingReport report={report.report} dataset={dataset} />}
              {report && report.format !== "images" && <ChecksList />}
              <RowKindLine />
            </div>
          </div>
        )}
      </div>
      <FirstRows inspection={inspection} />
    </div>
  );
}

function FirstRows({ inspection }: { readonly inspection: Inspection }) {
  const { t } = useWords("prepare");
  const { names, rows } = inspection.preview;
  const columns = useMemo(
    () =>
      names.map((name, at) => {
        const kind = inspection.columns[at]?.kind ?? "text";
        return { name, under: t(`kind.${kind}`), numeric: kind === "number" };
      }),
    [names, inspection.columns, t],
  );
  const numbers = useMemo(() => rows.map((_, at) => at + 1), [rows]);
  return (
    <section aria-label={t("data.firstRows")}>
      <Title order={2} size="h4" mb={8}>
        {t("data.firstRows")}
      </Title>
      {rows.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t("data.noRows")}
        </Text>
      ) : (
        <PreviewGrid
          label={t("data.firstRows")}
          columns={columns}
          rows={rows}
          rowNumbers={numbers}
          emptyCell={t("data.emptyCell")}
        />
      )}
    </section>
  );
}
