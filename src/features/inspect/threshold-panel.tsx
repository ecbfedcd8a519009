import {
  Alert,
  Center,
  Group,
  Loader,
  Progress,
  SegmentedControl,
  Stack,
  Switch,
  Text,
  VisuallyHidden,
} from "@mantine/core";
import { type ReactNode, useState } from "react";
import { ScoreHistogram } from "../../charts/score-histogram/score-histogram";
import { SortedCurve } from "../../charts/sorted-curve/sorted-curve";
import type { RunResult } from "../../engine/protocol";
import { shownRunOf } from "../../state/threshold";
import { useActions, useSession } from "../../state/use-session";
import { useSetThresholdIn, useShownResult, useThresholdIn } from "../../state/use-shown";
import { staleProps } from "../../ui/stale";
import { useNote } from "../../ui/use-note";
import { useWords } from "../../ui/use-words";
import classes from "./threshold-panel.module.css";
import { ThresholdControls } from "./threshold-controls";
import { ThresholdReadout } from "./threshold-readout";

interface Props {
  /** Begins without its chart. */
  readonly folded?: boolean;
  /** What else there is to ask of the rows that it flags. */
  readonly asks?: ReactNode;
}

/** Where strange begins: the threshold on the scores, what it flags, and other ways of saying the same. */
export function ThresholdPanel({ folded = false, asks }: Props) {
  const { t } = useWords("inspect");
  const result = useShownResult();
  return (
    <section className={classes.panel} aria-label={t("threshold.title")}>
      <VisuallyHidden component="h2">{t("threshold.title")}</VisuallyHidden>
      {result ? <ThresholdOf result={result} folded={folded} asks={asks} /> : <Waiting />}
    </section>
  );
}

type Shape = "histogram" | "curve" | "none";

function ThresholdOf({ result, folded, asks }: Props & { readonly result: RunResult }) {
  const { t } = useWords("inspect");
  const [shape, setShape] = useState<Shape>(folded ? "none" : "histogram");
  const [isLog, setLog] = useState(true);
  const { settle } = useActions();
  const isStale = useSession((state) => shownRunOf(state)?.stale ?? false);
  return (
    <>
      <ThresholdReadout result={result} />
      {shape !== "none" && (
        <div className={classes.chart} {...staleProps(isStale)} onPointerUp={settle}>
          <ThresholdChart result={result} shape={shape} isLog={isLog} />
        </div>
      )}
      <Group gap="sm" px="sm" pb="xs" pt={shape === "none" ? "xs" : 0} justify="space-between">
        <ThresholdControls result={result} />
        <Group gap="sm">
          {asks}
          <SegmentedControl
            size="xs"
            aria-label={t("threshold.shape")}
            value={shape}
            onChange={(value) => setShape(value)} // Its values are the shapes given below.
            data={[
              { value: "histogram", label: t("threshold.histogram") },
              { value: "curve", label: t("threshold.curve") },
              ...(folded ? [{ value: "none" as const, label: t("threshold.none") }] : []),
            ]}
          />
          {shape !== "none" && (
            <Switch
              size="xs"
              label={t("threshold.log")}
              checked={isLog}
              onChange={({ currentTarget }) => setLog(currentTarget.checked)}
            />
          )}
        </Group>
      </Group>
    </>
  );
}

function ThresholdChart({
  result,
  shape,
  isLog,
}: {
  readonly result: RunResult;
  readonly shape: Exclude<Shape, "none">;
  readonly isLog: boolean;
}) {
  const { t } = useWords("inspect");
  const choose = useSetThresholdIn(result);
  const { value } = useThresholdIn(result);
  const onThreshold = (moved: number) => choose({ kind: "fixed", value: moved });
  const shared = { sorted: result.sorted, threshold: value, onThreshold, unitLabel: t("threshold.score") };
  return shape === "curve" ? (
    <SortedCurve {...shared} logRanks={isLog} />
  ) : (
    <ScoreHistogram {...shared} logCounts={isLog} suggestions={result.suggestions} />
  );
}

function Waiting() {
  const { t } = useWords("inspect");
  const run = useSession(shownRunOf);
  const say = useNote();
  if (run?.status === "failed" && run.failure)
    return (
      <Alert
        m="sm"
        color="red"
        title={say({ code: `failures.${run.failure.code}.title`, values: run.failure.values ?? {} })}
      >
        {say({ code: `failures.${run.failure.code}.todo`, values: run.failure.values ?? {} })}
      </Alert>
    );
  return (
    <Center className={classes.waiting}>
      <Stack align="center" gap="xs" role="status">
        {run?.progress?.done ? (
          <Progress w={220} value={run.progress.done * 100} aria-label={t("threshold.working")} />
        ) : (
          <Loader size="sm" />
        )}
        <Text size="sm" c="dimmed">
          {t(run?.status === "cancelled" ? "threshold.cancelled" : "threshold.working")}
        </Text>
      </Stack>
    </Center>
  );
}
