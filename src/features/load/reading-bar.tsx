import { VisuallyHidden } from "@mantine/core";
import { coreKindOf } from "../../core/kinds/kinds";
import { useSession } from "../../state/use-session";
import { useCounted } from "../../ui/use-counted";
import { useNote } from "../../ui/use-note";
import { useWords } from "../../ui/use-words";
import { FailedPanel } from "./failed-panel";
import { ReadingProgress } from "./reading-progress";
import { TooLargePanel } from "./too-large-panel";
import { UnsureLine } from "./unsure-line";

/** Where the file stands, above whatever else is on the page. */
export function ReadingBar() {
  return (
    <>
      <Voice />
      <Stage />
    </>
  );
}

function Stage() {
  const reading = useSession((state) => state.reading);
  switch (reading.stage) {
    case "none":
      return null;
    case "looking":
    case "reading":
      return <ReadingProgress reading={reading} />;
    case "too-large":
      return <TooLargePanel reading={reading} />;
    case "failed":
      return <FailedPanel reading={reading} />;
    case "open":
      return reading.inspection.format !== "images" && <UnsureLine guesses={reading.inspection.guesses} />;
    default:
      return reading satisfies never;
  }
}

/** Start, end and failure of reading for those who listen; there from the first moment, or it would not be heard. */
function Voice() {
  const { t } = useWords("load");
  const counted = useCounted();
  const say = useNote();
  const reading = useSession((state) => state.reading);
  const dataset = useSession((state) => state.dataset);

  function words(): string {
    switch (reading.stage) {
      case "none":
        return "";
      case "looking":
      case "reading":
        return t("voice.reading", { name: reading.source.name });
      case "too-large":
        return t("large.title", { name: reading.source.name });
      case "failed":
        return t("voice.failed", {
          what: say({ ...reading.failure, code: `failures.${reading.failure.code}.title` }),
          name: reading.source.name,
        });
      case "open":
        return t("voice.open", {
          context: dataset && coreKindOf(dataset.recipe.rowKind).noun,
          name: reading.source.name,
          images: counted("images", dataset?.rowCount ?? 0),
          rows: counted("rows", dataset?.rowCount ?? 0),
          columns: counted("columns", dataset?.columns.length ?? 0),
        });
      default:
        return reading satisfies never;
    }
  }
  return (
    <VisuallyHidden role="status" aria-live="polite">
      {words()}
    </VisuallyHidden>
  );
}
