import { Button, Switch, Text } from "@mantine/core";
import { IconPhotoDown } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Engine, ExportRequest, Job, PicturesExport as PicturesRequest, Progress } from "../../engine/protocol";
import { useAsk } from "../../state/use-session";
import { formatCount } from "../../ui/format";
import classes from "./export-screen.module.css";
import { exportNameOf } from "./file-name";
import { useExport } from "./use-export";
import { WritingLine } from "./writing-line";

interface Props {
  /** Of the table that goes with the pictures. */
  readonly request: ExportRequest;
  /** Pictures that the choice of rows comes to. */
  readonly count: number;
  /** Of the set. */
  readonly name: string;
}

/** The chosen pictures as a zip of their own, with their heat maps where wanted, and their scores beside them. */
export function PicturesExport({ request, count, name }: Props) {
  const { t, i18n } = useTranslation("export");
  const ask = useAsk();
  const exporter = useExport();
  const [maps, setMaps] = useState(true);
  const { dataset, run, cut, rows } = request;
  const file = exportNameOf(name, rows, "zip");
  const begin = (onProgress: (progress: Progress) => void) =>
    zippedOf(ask, request, { dataset, run, cut, rows, maps }, onProgress);
  return (
    <section className={classes.pictures} aria-label={t("pictures.title")}>
      <Switch
        checked={maps}
        onChange={({ currentTarget }) => setMaps(currentTarget.checked)}
        label={t("pictures.maps")}
        description={t("pictures.maps-help")}
      />
      <Button
        fullWidth
        variant="default"
        leftSection={<IconPhotoDown size={18} aria-hidden />}
        disabled={count === 0}
        loading={exporter.writing.stage === "writing"}
        onClick={() => exporter.start(begin, file)}
      >
        {t("pictures.download", { count, formatted: formatCount(count, i18n.language) })}
      </Button>
      <Text size="xs" c="dimmed" className={classes.name ?? ""}>
        {t("saved-as", { name: file })}
      </Text>
      <WritingLine exporter={exporter} what="pictures" />
    </section>
  );
}

/** Writes the table first, then the archive around it; cancelling stops whichever is under way. */
function zippedOf(
  { exportCsv, exportPictures }: Pick<Engine, "exportCsv" | "exportPictures">,
  table: ExportRequest,
  pictures: Omit<PicturesRequest, "table">,
  onProgress: (progress: Progress) => void,
): Job<Blob> {
  let job: Job<Blob> = exportCsv(table, () => undefined);
  let isCancelled = false;
  const result = job.result.then((written) => {
    job = exportPictures({ ...pictures, table: written }, onProgress);
    if (isCancelled) job.cancel();
    return job.result;
  });
  return {
    result,
    cancel() {
      isCancelled = true;
      job.cancel();
    },
  };
}
