import { Button, Switch, Text } from "@mantine/core";
import { IconPhotoDown } from "@tabler/icons-react";
import { useState } from "react";
import type {
  Engine,
  ExportedRows,
  ExportRequest,
  Job,
  ImagesExport as ImagesRequest,
  Progress,
} from "../../engine/protocol";
import type { ExportsProps } from "../../state/use-kind-screens";
import { useStart } from "../../state/use-session";
import { formatCount } from "../../ui/format";
import { useWords } from "../../ui/use-words";
import classes from "./export-screen.module.css";
import { asText } from "./as-text";
import { exportNameOf } from "./file-name";
import { useExport } from "./use-export";
import { WritingLine } from "./writing-line";

/** The chosen images as a zip of their own, with their heat maps where wanted, and their scores beside them. */
export function ImagesExport({ request, count, name }: Omit<ExportsProps, "result">) {
  const { t, i18n } = useWords("export");
  const start = useStart();
  const exporter = useExport();
  const [maps, setMaps] = useState(true);
  const { dataset, run, threshold, rows } = request;
  const file = exportNameOf(name, typeof rows === "string" ? rows : "shown", "zip");
  const begin = (onProgress: (progress: Progress) => void) =>
    zippedOf(start, request, { dataset, run, threshold, rows, maps }, onProgress);
  return (
    <section className={classes.images} aria-label={t("images.title")}>
      <Switch
        checked={maps}
        onChange={({ currentTarget }) => setMaps(currentTarget.checked)}
        label={t("images.maps")}
        description={t("images.maps-help")}
      />
      <Button
        fullWidth
        variant="default"
        leftSection={<IconPhotoDown size={18} aria-hidden />}
        disabled={count === 0}
        loading={exporter.writing.stage === "writing"}
        onClick={() => exporter.start(begin, file)}
      >
        {t("images.download", { count, formatted: formatCount(count, i18n.language) })}
      </Button>
      <Text size="xs" c="dimmed" className={classes.name ?? ""}>
        {t("saved-as", { name: file })}
      </Text>
      <WritingLine exporter={exporter} what="archive" />
    </section>
  );
}

/** Writes the table first, then the archive around it; cancelling stops whichever is under way. */
function zippedOf(
  start: Engine["start"],
  table: ExportRequest,
  images: Omit<ImagesRequest, "table">,
  onProgress: (progress: Progress) => void,
): Job<ExportedRows> {
  const first = start("exportRows", asText(table), () => undefined);
  let job: Pick<Job<unknown>, "cancel"> = first;
  let isCancelled = false;
  const result = first.result.then(async ({ file, guarded }) => {
    const packing = start("exportImages", { ...images, table: file }, onProgress);
    job = packing;
    if (isCancelled) job.cancel();
    return { file: await packing.result, guarded };
  });
  return {
    result,
    cancel() {
      isCancelled = true;
      job.cancel();
    },
  };
}
