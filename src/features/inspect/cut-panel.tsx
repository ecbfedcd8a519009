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
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ScoreHistogram } from "../../charts/score-histogram/score-histogram";
import { SortedCurve } from "../../charts/sorted-curve/sorted-curve";
import type { RunResult } from "../../engine/protocol";
import { shownRunOf } from "../../state/cut";
import { useActions, useSession } from "../../state/use-session";
import { useCutIn, useShownResult } from "../../state/use-shown";
import { useNote } from "../../ui/use-note";
import classes from "./cut-panel.module.css";
import { CutControls } from "./cut-controls";
import { CutReadout } from "./cut-readout";

/** Where strange begins: the cut on the scores, what it flags, and other ways of saying the same; `folded` begins without its chart. */
export function CutPanel({ folded = false }: { readonly folded?: boolean }) {
  const { t } = useTranslation("inspect");
  const result = useShownResult();
  const isStale = useSession((state) => shownRunOf(state)?.stale ?? false);
  return (
    <section className={classes.panel} aria-label={t("cut.title")} data-stale={isStale || undefined}>
      <VisuallyHidden component="h2">{t("cut.title")}</VisuallyHidden>
      {result ? <CutOf result={result} folded={folded} /> : <Waiting />}
    </section>
  );
}

type Shape = "histogram" | "curve" | "none";

function CutOf({ result, folded }: { readonly result: RunResult; readonly folded: boolean }) {
  const { t } = useTranslation("inspect");
  const [shape, setShape] = useState<Shape>(folded ? "none" : "histogram");
  const [isLog, setLog] = useState(true);
  const { settle } = useActions();
  return (
    <>
      <CutReadout result={result} />
      {shape !== "none" && (
        <div className={classes.chart} onPointerUp={settle}>
          <CutChart result={result} shape={shape} isLog={isLog} />
        </div>
      )}
      <Group gap="sm" px="sm" pb="xs" pt={shape === "none" ? "xs" : 0} justify="space-between">
        <CutControls result={result} />
        <Group gap="sm">
          <SegmentedControl
            size="xs"
            aria-label={t("cut.shape")}
            value={shape}
            onChange={(value) => setShape(value)} // Its values are the shapes given below.
            data={[
              { value: "histogram", label: t("cut.histogram") },
              { value: "curve", label: t("cut.curve") },
              ...(folded ? [{ value: "none" as const, label: t("cut.none") }] : []),
            ]}
          />
          {shape !== "none" && (
            <Switch
              size="xs"
              label={t("cut.log")}
              checked={isLog}
              onChange={({ currentTarget }) => setLog(currentTarget.checked)}
            />
          )}
        </Group>
      </Group>
    </>
  );
}

function CutChart({
  result,
  shape,
  isLog,
}: {
  readonly result: RunResult;
  readonly shape: Exclude<Shape, "none">;
  readonly isLog: boolean;
}) {
  const { t } = useTranslation("inspect");
  const { setCut } = useActions();
  const { value } = useCutIn(result);
  const onCut = (moved: number) => setCut(result.request.detector, { kind: "fixed", value: moved });
  const shared = { sorted: result.sorted, cut: value, onCut, unitLabel: t("cut.score") };
  return shape === "curve" ? (
    <SortedCurve {...shared} logRanks={isLog} />
  ) : (
    <ScoreHistogram {...shared} logCounts={isLog} suggestions={result.suggestions} />
  );
}

function Waiting() {
  const { t } = useTranslation("inspect");
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
          <Progress w={220} value={run.progress.done * 100} aria-label={t("cut.working")} />
        ) : (
          <Loader size="sm" />
        )}
        <Text size="sm" c="dimmed">
          {t(run?.status === "cancelled" ? "cut.cancelled" : "cut.working")}
        </Text>
      </Stack>
    </Center>
  );
}
