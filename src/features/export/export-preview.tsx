import { Text, Title } from "@mantine/core";
import type { ExportRequest } from "../../engine/protocol";
import { useNote } from "../../ui/use-note";
import { useWords } from "../../ui/use-words";
import classes from "./export-screen.module.css";
import { useExportPreview } from "./use-export-preview";

/** The first lines exactly as they will stand in the file. */
export function ExportPreview({ request }: { readonly request: ExportRequest }) {
  const { t } = useWords("export");
  const say = useNote();
  const { text, failure, isOld } = useExportPreview(request);
  return (
    <section aria-label={t("preview.title")}>
      <Title order={3} size="h5" mb={8}>
        {t("preview.title")}
      </Title>
      {failure ? (
        <Text size="sm">{say({ ...failure, code: `failures.${failure.code}.title` })}</Text>
      ) : (
        // A scrolling region must be reachable by keyboard.
        <pre
          className={classes.lines}
          tabIndex={0}
          aria-label={t("preview.title")}
          aria-busy={isOld}
          data-old={isOld || undefined}
        >
          {text}
        </pre>
      )}
    </section>
  );
}
