import { Text, Title } from "@mantine/core";
import { useDeferredValue, useId, useMemo } from "react";
import { ConfusionTable } from "../../../charts/confusion/confusion-table";
import { ColumnLayout } from "../../../charts/column-layout/column-layout";
import { ErrorHistogram } from "../../../charts/error-histogram/error-histogram";
import { LossChart } from "../../../charts/loss-chart/loss-chart";
import { MadeColumns } from "../../../charts/made-columns/made-columns";
import { NetworkDiagram } from "../../../charts/network-diagram/network-diagram";
import { RebuiltImages } from "../../../charts/image/rebuilt-images";
import type { Metric } from "../../../core/detect/context";
import { coreKindOf } from "../../../core/kinds/kinds";
import { confusionOf } from "../../../core/score/confusion";
import { trainingViewOf } from "../../../core/detect/training-view";
import { useAnyRowKind } from "../../../state/kinds/use-row-kind";
import { detectorCardOf, namedInstance } from "../../../state/catalogue";
import { unknownRun, type RunState } from "../../../state/session-state";
import { useSession } from "../../../state/use-session";
import { useInstanceName } from "../../../ui/use-instance-name";
import { useWords } from "../../../ui/use-words";
import classes from "./learning.module.css";
import { HeldOutLines } from "./held-out-lines";
import { isVerdict } from "./note-kinds";
import { TrainingStatus } from "./training-status";
import { useSteps } from "./use-steps";
import { VerdictLine } from "./verdict-line";

/** The network on screen as it learns: how far it is, how well it does, what it looks like, and what it makes. */
export function TrainingPanel() {
  const { t } = useWords("detect");
  const nameOf = useInstanceName();
  const id = useId();
  const shown = useSession((state) => state.history.present.shown);
  const run = useSession((state) => state.runs[shown] ?? unknownRun);
  // The charts are drawn between the frames, so that a key or a click never waits for them.
  const drawn = useDeferredValue(run);
  const { noun } = coreKindOf(useAnyRowKind());
  const told = run.status === "done" ? run.result?.classes : undefined;
  const confusion = useMemo(() => (told ? confusionOf(told) : null), [told]);
  const detector = detectorCardOf(shown);
  if (!detector) return null;
  const label = nameOf(namedInstance(shown));
  return (
    <section className={classes.panel} aria-labelledby={id}>
      <Title order={2} size="h5" id={id}>
        {t("learning.title", { label })}
      </Title>
      <TrainingStatus key={shown} detector={shown} label={label} run={run} />
      {run.notes
        .filter(({ code }) => isVerdict(code))
        .map((note) => (
          <VerdictLine key={note.code} note={note} />
        ))}
      <HeldOutLines notes={run.notes} />
      {confusion && <ConfusionTable confusion={confusion} noun={noun} />}
      <Images detector={shown} run={drawn} />
    </section>
  );
}

function Images({ detector, run }: { readonly detector: string; readonly run: RunState }) {
  const { t, knows } = useWords("detect");
  const steps = useSteps(detector, run);
  const architecture = trainingViewOf(run.trainingViews, "architecture");
  const errors = trainingViewOf(run.trainingViews, "errors");
  const generated = trainingViewOf(run.trainingViews, "generated");
  const layout = trainingViewOf(run.trainingViews, "layout");
  const rebuilt = trainingViewOf(run.trainingViews, "rebuilt");
  const curves = {
    nameOf: (name: string) => {
      const key = `metric.${name}`;
      return knows(key) ? t(key) : name;
    },
    steps: steps ?? undefined,
    kept: trainingViewOf(run.trainingViews, "stopped")?.kept,
  };
  if (run.metrics.length === 0 && !architecture)
    return (
      <Text size="sm" c="dimmed">
        {t("learning.nothing")}
      </Text>
    );
  return (
    <div className={classes.images}>
      <div className={classes.chart}>
        <LossChart metrics={run.metrics.filter((metric) => !isShare(metric))} {...curves} />
      </div>
      {run.metrics.some(isShare) && (
        <div className={classes.chart}>
          <LossChart what="accuracy" metrics={run.metrics.filter(isShare)} {...curves} />
        </div>
      )}
      {errors && (
        <div className={classes.chart}>
          <ErrorHistogram now={errors} first={errors.first ?? null} />
        </div>
      )}
      {rebuilt && (
        <div className={classes.growing} data-wide>
          <RebuiltImages trainingView={rebuilt} />
        </div>
      )}
      {generated && (
        <div className={classes.growing} data-wide>
          <MadeColumns trainingView={generated} learning={run.status === "running"} />
        </div>
      )}
      {architecture && (
        <div data-wide={layout ? undefined : true}>
          <NetworkDiagram trainingView={architecture} />
        </div>
      )}
      {layout && (
        <div className={classes.growing}>
          <ColumnLayout trainingView={layout} />
        </div>
      )}
    </div>
  );
}

/** Whether a curve shows shares of what is right, which stand on no axis of losses. */
function isShare({ name }: Metric): boolean {
  return name === "validation accuracy";
}
