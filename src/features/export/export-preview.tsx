import { Title } from "@mantine/core";
import type { ExportRequest } from "../../engine/protocol";
import { FailedAlert } from "../../ui/failed-alert";
import { staleProps } from "../../ui/stale";
import { useWords } from "../../ui/use-words";
import { CellsPreview } from "./cells-preview";
import classes from "./export-screen.module.css";
import { useExportPreview } from "./use-export-preview";

/** The first lines exactly as they will stand in the file; of one that is no text, the cells of the first rows. */
export function ExportPreview({ request }: { readonly request: ExportRequest }) {
  const { t } = useWords("export");
  const title = t(request.file ? "preview.cells" : "preview.title");
  const { answer, failure, isLoading } = useExportPreview(request);
  return (
    <section aria-label={title}>
      <Title order={3} size="h5" mb={8}>
        {title}
      </Title>
      {failure ? (
        <FailedAlert variant="default" failure={failure} />
      ) : request.file ? (
        <div {...staleProps(isLoading)}>
          {answer !== null && <CellsPreview label={title} text={answer} format={request.format} />}
        </div>
      ) : (
        // A scrolling region must be reachable by keyboard.
        <pre className={classes.lines} tabIndex={0} aria-label={title} {...staleProps(isLoading)}>
          {answer}
        </pre>
      )}
    </section>
  );
}
