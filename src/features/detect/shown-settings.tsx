import { Button, Text, Title } from "@mantine/core";
import { useMemo } from "react";
import type { Note } from "../../core/data/note";

import type { ColumnCard } from "../../engine/protocol";
import { detectorCardOf, namedInstance } from "../../state/catalogue";
import { instanceOf } from "../../state/choices";
import { useActions, useSession } from "../../state/use-session";
import { ParamForm } from "../../ui/param-form";
import { useDetectorWords } from "../../ui/use-detector-words";
import { useInstanceName } from "../../ui/use-instance-name";
import { useNote } from "../../ui/use-note";
import { useWords } from "../../ui/use-words";
import classes from "./detector-panel.module.css";
import { ExpectedChart } from "./expected-chart";
import { isAboutBackend, isGoodVerdict, isHeldOut, isVerdict } from "./learning/note-kinds";
import { VerdictLine } from "./learning/verdict-line";

const NO_VALUES = {};
const NO_COLUMNS: readonly ColumnCard[] = [];
const NO_NOTES: readonly Note[] = [];

/** The detector on screen: what it cannot see, its settings, and what its run has to say. */
export function ShownSettings() {
  const { t } = useWords("detect");
  const words = useDetectorWords();
  const nameOf = useInstanceName();
  const say = useNote();
  const { duplicate, notice, setParams, resetParams, settle } = useActions();
  const shown = useSession((state) => state.history.present.shown);
  const values = useSession((state) => instanceOf(state.history.present, shown)?.params ?? NO_VALUES);
  const notes = useSession((state) => state.runs[shown]?.notes ?? NO_NOTES);
  const columns = useSession((state) => state.dataset?.columns ?? NO_COLUMNS);
  const numbers = useMemo(() => columns.filter(({ kind }) => kind === "number").map(({ name }) => name), [columns]);
  const detector = detectorCardOf(shown);
  if (!detector) return null;
  const label = nameOf(namedInstance(shown));
  // A network that learned nothing scores all the same; one that learned well says so where it is watched.
  const warnings = notes.filter(({ code }) => isVerdict(code) && !isGoodVerdict(code));

  return (
    <section className={classes.shown} aria-label={t("settings.title", { label })}>
      <div>
        <div className={classes.lineHead}>
          <Title order={3} size="h5">
            {t("settings.title", { label })}
          </Title>
          {detector.accepts === "matrix" && !detector.taught && (
            <Button
              size="compact-xs"
              variant="subtle"
              flex="none"
              ml="auto"
              onClick={() => notice({ toy: detector.id })}
            >
              {t("settings.toy")}
            </Button>
          )}
          <Button
            size="compact-xs"
            variant="default"
            flex="none"
            onClick={() => duplicate(shown)}
            title={t("settings.duplicateHelp")}
            aria-label={t("settings.duplicateOf", { label })}
          >
            {t("settings.duplicate")}
          </Button>
        </div>
        <Text size="xs" c="dimmed" mt={2}>
          {t("settings.blindTo", { what: words(detector, "blindTo", detector.blindTo) })}
        </Text>
      </div>
      {warnings.map((note) => (
        <VerdictLine key={note.code} note={note} />
      ))}
      {notes
        .filter(({ code }) => !isAboutBackend(code) && !isVerdict(code) && !isHeldOut(code))
        .map((note) => (
          <Text key={`${note.code}${JSON.stringify(note.values)}`} size="xs">
            {say(note)}
          </Text>
        ))}
      <ParamForm
        key={shown}
        schema={detector.params}
        values={values}
        columns={numbers}
        onChange={(change) => setParams(shown, change)}
        onSettle={settle}
        onReset={() => resetParams(shown)}
        translate={(path, fallback) => words(detector, path, fallback)}
      />
      {detector.family === "expectation" && <ExpectedChart />}
    </section>
  );
}
