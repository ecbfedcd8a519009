import { Button, Text } from "@mantine/core";
import { IconTimeline } from "@tabler/icons-react";
import { useState } from "react";
import type { FailureInfo } from "../../core/data/failure";
import { failureInfoOf } from "../../core/data/failure-info";
import type { ExportsProps } from "../../state/use-kind-screens";
import { useAsk, useSession } from "../../state/use-session";
import { FailedAlert } from "../../ui/failed-alert";
import { useWords, type MessageBelow } from "../../ui/use-words";
import { exportNameOf } from "./file-name";
import { saveFile } from "../../ui/save-file";

/** The flagged stretches of a series as a file of their own, one line each. */
export function StretchesExport({ request: { run, threshold, format }, name }: Pick<ExportsProps, "request" | "name">) {
  const { t } = useWords("series");
  const ask = useAsk();
  const rule = useSession((state) => state.history.present.stretches);
  const [isWriting, setWriting] = useState(false);
  const [failure, setFailure] = useState<FailureInfo | null>(null);
  const write = () => {
    const word = (id: MessageBelow<"series", "export.column">) => t(`export.column.${id}`);
    const words = {
      series: word("series"),
      from: word("from"),
      to: word("to"),
      steps: word("steps"),
      flagged: word("flagged"),
      peak: word("peak"),
      peakTime: word("peakTime"),
      firstRow: word("firstRow"),
      lastRow: word("lastRow"),
      channels: word("channels"),
      actual: word("actual"),
      expected: word("expected"),
      departure: word("departure"),
    };
    setWriting(true);
    setFailure(null);
    ask("exportStretches", { run, threshold, ...rule, format, words })
      .then(
        (blob) => saveFile(blob, exportNameOf(name, "stretches")),
        (error: unknown) => setFailure(failureInfoOf(error)),
      )
      .finally(() => setWriting(false));
  };
  return (
    <div>
      <Button
        fullWidth
        variant="default"
        leftSection={<IconTimeline size={18} aria-hidden />}
        loading={isWriting}
        onClick={write}
      >
        {t("export.button")}
      </Button>
      {failure ? (
        <FailedAlert color="red" failure={failure} />
      ) : (
        <Text size="xs" c="dimmed" mt={6} role="note">
          {t("export.what")}
        </Text>
      )}
    </div>
  );
}
