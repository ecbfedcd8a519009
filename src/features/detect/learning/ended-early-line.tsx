import { Button, Text } from "@mantine/core";
import { trainingViewOf } from "../../../core/detect/training-view";
import type { RunResult } from "../../../engine/protocol";
import { useActions } from "../../../state/use-session";
import { formatCount } from "../../../ui/format";
import { useWords } from "../../../ui/use-words";
import classes from "./learning.module.css";

interface Props {
  /** Id of the instance. */
  readonly detector: string;
  readonly result: RunResult;
  readonly label: string;
}

/** That a person ended a training before its time, and the way to have all of it. */
export function EndedEarlyLine({ detector, result, label }: Props) {
  const { t, i18n } = useWords("detect");
  const { retryRun } = useActions();
  const at = trainingViewOf(result.trainingViews, "stopped")?.at ?? result.metrics.at(-1)?.at ?? 0;
  return (
    <div className={classes.ended}>
      <Text size="xs" c="dimmed">
        {t("learning.endedEarly", { at: formatCount(at, i18n.language) })}
      </Text>
      <Button
        size="compact-xs"
        variant="default"
        fw={400}
        onClick={() => retryRun(detector)}
        aria-label={t("learning.toTheEndOf", { label })}
      >
        {t("learning.toTheEnd")}
      </Button>
    </div>
  );
}
