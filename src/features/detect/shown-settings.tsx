import { Skeleton, Text, Title } from "@mantine/core";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import type { Note } from "../../core/data/note";
import { detectorCardOf } from "../../state/catalogue";
import { useActions, useSession } from "../../state/use-session";
import { ParamForm } from "../../ui/param-form";
import { useDetectorWords } from "../../ui/use-detector-words";
import { useNote } from "../../ui/use-note";
import classes from "./detector-panel.module.css";
import { isAboutBackend } from "./run-settings";

/** Only neural detectors have curves, so the chart comes when there is one. */
const LossChart = lazy(async () => ({ default: (await import("../../charts/loss-chart/loss-chart")).LossChart }));

const NO_VALUES = {};
const NO_NOTES: readonly Note[] = [];

/** The detector on screen: what it cannot see, its settings, its training curve, and what its run has to say. */
export function ShownSettings() {
  const { t } = useTranslation("detect");
  const words = useDetectorWords();
  const say = useNote();
  const { setParams, resetParams, settle } = useActions();
  const shown = useSession((state) => state.history.present.shown);
  const values = useSession((state) => state.history.present.params[shown] ?? NO_VALUES);
  const metrics = useSession((state) => state.runs[shown]?.metrics);
  const notes = useSession((state) => state.runs[shown]?.result?.notes ?? NO_NOTES);
  const detector = detectorCardOf(shown);
  if (!detector) return null;
  const label = words(detector, "label", detector.label);

  return (
    <section className={classes.shown} aria-label={t("settings.title", { label })}>
      <div>
        <Title order={3} size="h5">
          {t("settings.title", { label })}
        </Title>
        <Text size="xs" c="dimmed" mt={2}>
          {t("settings.blindTo", { what: words(detector, "blindTo", detector.blindTo) })}
        </Text>
      </div>
      {metrics && metrics.length > 0 && (
        <div className={classes.loss}>
          <Suspense fallback={<Skeleton height="100%" />}>
            <LossChart metrics={metrics} nameOf={(name) => t(`metric.${name}`, { defaultValue: name })} />
          </Suspense>
        </div>
      )}
      {notes
        .filter(({ code }) => !isAboutBackend(code))
        .map((note) => (
          <Text key={`${note.code}${JSON.stringify(note.values)}`} size="xs">
            {say(note)}
          </Text>
        ))}
      <ParamForm
        key={shown}
        schema={detector.params}
        values={values}
        onChange={(change) => setParams(shown, change)}
        onSettle={settle}
        onReset={() => resetParams(shown)}
        translate={(path, fallback) => words(detector, path, fallback)}
      />
    </section>
  );
}
