import { Button, Text } from "@mantine/core";
import { IconTimeline } from "@tabler/icons-react";
import { useState } from "react";
import type { CsvFormat, RunResult } from "../../engine/protocol";
import { useAsk, useSession } from "../../state/use-session";
import { useWords, type MessageBelow } from "../../ui/use-words";
import { exportNameOf } from "./file-name";
import { saveFile } from "./save-file";

interface Props {
  readonly result: RunResult;
  readonly threshold: number;
  readonly format: CsvFormat;
  /** Of the table. */
  readonly name: string;
}

/** The flagged stretches of a series as a file of their own, one line each. */
export function StretchesExport({ result, threshold, format, name }: Props) {
  const { t } = useWords("series");
  const { exportStretches } = useAsk();
  const rule = useSession((state) => state.history.present.stretches);
  const [state, setState] = useState<"idle" | "writing" | "failed">("idle");
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
    setState("writing");
    exportStretches({ run: result.key, threshold, ...rule, format, words }).then(
      (blob) => {
        saveFile(blob, exportNameOf(name, "stretches"));
        setState("idle");
      },
      () => setState("failed"),
    );
  };
  return (
    <div>
      <Button
        fullWidth
        variant="default"
        leftSection={<IconTimeline size={18} aria-hidden />}
        loading={state === "writing"}
        onClick={write}
      >
        {t("export.button")}
      </Button>
      <Text size="xs" c={state === "failed" ? "red" : "dimmed"} mt={6} role={state === "failed" ? "alert" : "note"}>
        {t(state === "failed" ? "export.failed" : "export.what")}
      </Text>
    </div>
  );
}
